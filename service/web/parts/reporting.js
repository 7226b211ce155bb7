// Reports to moderators; the owner of the reported thing never learns who reported it.
import { html } from "lit";
import { newKey, post } from "../core/api.js";
import { say } from "../core/state.js";
import { t } from "../core/words.js";
import { fill } from "./dialog.js";

export const REASONS = {
  fake_note: "report_fake_note", undisclosed_ad: "report_undisclosed_ad", dead_coupon: "report_dead_coupon",
  spam: "report_spam", harassment: "report_harassment", other: "report_other",
};
const OF_SHARES = new Set(["fake_note", "undisclosed_ad", "dead_coupon"]);

// Report a share, person, message or question from `screen`.
export async function report(screen, kind, id) {
  const reasons = Object.keys(REASONS).filter((reason) => kind === "share" || !OF_SHARES.has(reason));
  const key = newKey();
  const fields = await fill(t("report_title"), html`<p class="small">${t("report_why")}</p>
    <label>${t("report_reason")}<select name="category" required>${reasons.map((reason) => html`<option value=${reason}>${t(REASONS[reason])}</option>`)}</select></label>
    <label>${t("report_text")}<textarea name="text" rows="3" maxlength="2000"></textarea></label>`, t("report"));
  if (!fields) return;
  const body = { kind, id, category: fields.category, text: fields.text.trim() || null };
  if (await screen.act(`report ${id}`, () => post("/v1/reports", body, { key }))) say(t("report_noted"));
}
