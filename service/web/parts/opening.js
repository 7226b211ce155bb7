// How to use a copy at its platform: the code, and the ways to open a coupon there.
import { html, nothing } from "lit";
import { icon } from "../core/icons.js";
import { say } from "../core/state.js";
import { moment, named, spoken, t } from "../core/words.js";
import { copy } from "./bits.js";

export const WAYS = { 口令: "way_words", link: "way_link", code: "way_code", miniapp: "way_miniapp", qr: "way_qr" };

export function howToUse(claim) {
  const platform = named(claim.platform);
  return html`<div class="opening">
    <div class="code-row">
      <output class="code" aria-label=${t("your_code")}>${claim.code}</output>
      <button class="quiet" @click=${() => copy(claim.code, say)}>${icon("copy")} ${t("copy")}</button>
    </div>
    ${claim.platform.open_with.includes("qr") ? html`<img class="qr" src="/v1/claims/${encodeURIComponent(claim.id)}/qr" width="132" height="132" alt=${t("coupon_qr")}>` : nothing}
    <ol class="steps">
      <li>${t("step_copy")}</li>
      <li>${t("step_open", { platform, shop: claim.shop.name })}</li>
      ${claim.platform.open_with.map((way) => html`<li>${spoken(WAYS, way)}</li>`)}
      <li>${t("step_until", { until: moment(claim.use_by) })}</li>
    </ol>
  </div>`;
}
