// The demo has no real platform, so the visitor plays it.
import { html, nothing } from "lit";
import { post } from "../core/api.js";
import { say, state } from "../core/state.js";
import { t } from "../core/words.js";

// A button that completes an order with `claim`, as its platform would report it, and then calls `done()`.
export function bePlatform(screen, claim, done) {
  if (!state.demo) return nothing;
  const order = () => screen.act(`order ${claim.id}`, async () => {
    const purchase = await post("/v1/demo/orders", { claim_id: claim.id }, { key: `order ${claim.id}` });
    say(purchase.coupon_id ? t("order_done") : t("order_done_bare"));
    await done();
  });
  return html`<div class="play"><p class="small">${t("be_platform_why")}</p>
    <button aria-busy=${screen.busy.has(`order ${claim.id}`) ? "true" : "false"} @click=${order}>${t("be_platform")}</button></div>`;
}
