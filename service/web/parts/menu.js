// The menu of another person's share: save it, hide it, see less like it, report it.
import { html, nothing } from "lit";
import { del, put } from "../core/api.js";
import { icon } from "../core/icons.js";
import { say } from "../core/state.js";
import { t } from "../core/words.js";
import { report } from "./reporting.js";

const kept = new Set(); // shares saved while this page was open

// A button that opens a list of acts: [[words, act]]; empty entries are left out.
export function menu(label, acts) {
  const tap = (event, act) => {
    event.target.closest("details").open = false;
    act();
  };
  return html`<details class="menu"><summary aria-label=${label} title=${label}>${icon("more")}</summary>
    <ul>${acts.filter(Boolean).map(([word, act]) => html`<li><button type="button" @click=${(event) => tap(event, act)}>${word}</button></li>`)}</ul></details>`;
}

// `changed(share)` gets the share with `hidden` set once it is hidden.
export function shareMenu(screen, share, changed) {
  if (share.via === "self") return nothing;
  const at = encodeURIComponent(share.id);
  const keep = () => screen.act(`menu ${share.id}`, async () => {
    await (kept.has(share.id) ? del : put)(`/v1/me/saved/${at}`);
    if (!kept.delete(share.id)) kept.add(share.id);
    say(kept.has(share.id) ? t("kept_now") : t("kept_no_more"));
  });
  const hide = (reason) => screen.act(`menu ${share.id}`, async () => {
    await put(`/v1/me/hidden/${at}`, { reason });
    changed({ ...share, hidden: reason });
  });
  return menu(t("more_acts", { name: share.product?.name ?? share.shop.name }), [
    [kept.has(share.id) ? t("keep_no_more") : t("keep_it"), keep],
    [t("hide_it"), () => hide("hidden")],
    [t("not_interested"), () => hide("not_interested")],
    [t("report_it"), () => report(screen, "share", share.id)],
  ]);
}

// A line in place of a hidden share, with an undo button.
export function hiddenStub(screen, share, changed) {
  const back = () => screen.act(`menu ${share.id}`, async () => {
    await del(`/v1/me/hidden/${encodeURIComponent(share.id)}`);
    changed({ ...share, hidden: null });
  });
  return html`<p class="stub" role="status"><span>${share.hidden === "hidden" ? t("hidden_now") : t("not_interested_now")}</span>
    <button class="quiet" @click=${back}>${t("undo")}</button></p>`;
}
