// My coupons, my shares and my purchases.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get, put } from "../core/api.js";
import { say } from "../core/state.js";
import { day, money, spoken, t } from "../core/words.js";
import { empty, head, tabs } from "../parts/bits.js";
import { fill } from "../parts/dialog.js";
import { kind } from "../parts/kinds.js";
import { Listing } from "../parts/listing.js";
import { expiry, ticket } from "../parts/ticket.js";

const LISTS = { coupons: "/v1/me/coupons", shares: "/v1/me/shares", purchases: "/v1/me/purchases" };
const STATES = {
  available: "state_available", exhausted: "state_exhausted", expired: "state_expired", revoked: "state_revoked", live: "state_live",
  held: "state_held", withdrawn: "state_withdrawn", removed: "state_removed", recorded: "state_recorded", verified: "state_verified",
  completed: "state_completed", partially_refunded: "state_partially_refunded", refunded: "state_refunded", cancelled: "state_cancelled",
};

class Mine extends Listing {
  constructor() {
    super();
    this.tab = "coupons";
  }

  page(cursor) {
    return get(LISTS[this.tab], { cursor });
  }

  view() {
    const choices = [{ key: "coupons", word: t("my_coupons") }, { key: "shares", word: t("my_shares") }, { key: "purchases", word: t("my_purchases") }];
    const shown = { coupons: (item) => this.coupon(item), shares: (item) => this.share(item), purchases: (item) => this.purchase(item) };
    const { items } = this.pages;
    return html`${this.top()} ${tabs(choices, this.tab, (key) => this.choose(key), t("mine_title"))}
      <div class="cards narrow">${repeat(items, ({ id }) => id, shown[this.tab])}</div>
      ${this.rest(empty(t(this.none), this.tab === "shares" ? html`<button class="quiet" @click=${() => this.choose("coupons")}>${t("my_coupons")}</button>` : html`<a role="button" class="quiet" href="#/accounts">${t("accounts_title")}</a>`))}`;
  }

  top() {
    return head(t("mine_title"), html`<a role="button" class="quiet" href="#/accounts">${t("accounts_title")}</a>`);
  }

  get none() {
    return { coupons: "coupons_empty", shares: "shares_empty", purchases: "purchases_empty" }[this.tab];
  }

  coupon(coupon) {
    const fresh = coupon.status === "available" && coupon.shares.length === 0;
    const facts = html`<span class="line"><span class="small">${t("taken", { taken: coupon.taken, quota: coupon.quota })}</span>${fresh ? expiry(coupon.claim_by) : nothing}</span>`;
    const action = fresh
      ? html`<a role="button" href="#/publish/${encodeURIComponent(coupon.id)}">${t("publish")}</a>`
      : html`<p class="why">${coupon.shares.length ? html`<a href="#/share/${encodeURIComponent(coupon.shares[0])}">${t("published")}</a> · ` : nothing}${spoken(STATES, coupon.status)}</p>`;
    return html`<article class="card"><h2>${kind(coupon.product?.category)}${coupon.product?.name ?? coupon.shop.name}</h2>${ticket(coupon, facts, action)}</article>`;
  }

  share(share) {
    return html`<article class="card" aria-labelledby="mine-${share.id}">
      <header><h2 id="mine-${share.id}">${kind(share.product?.category)}<a href="#/share/${encodeURIComponent(share.id)}">${share.product?.name ?? share.shop.name}</a></h2>
        <span class="mark">${spoken(STATES, share.status)}</span></header>
      <p class="note clamp">${share.note}</p>
      <dl class="counts">
        <div><dt>${t("count_claims")}</dt><dd>${share.claims}</dd></div>
        <div><dt>${t("count_buyers")}</dt><dd>${share.buyers}</dd></div>
        <div><dt>${t("count_left")}</dt><dd>${share.remaining}</dd></div>
      </dl>
    </article>`;
  }

  purchase(purchase) {
    return html`<article class="card">
      <header><h2>${purchase.product.name}</h2><span class="mark">${spoken(STATES, purchase.status)}</span></header>
      <p class="small">${purchase.shop.name} · ${money(purchase.paid_fen, purchase.currency)} · ${day(purchase.recorded_at)}</p>
      ${purchase.pick_until && Date.parse(purchase.pick_until) > Date.now() ? html`<div class="row"><button class="quiet" @click=${() => this.pick(purchase)}>${t("pick")}</button></div>` : nothing}
    </article>`;
  }

  // Ask which of several friends' coupons an order used when the platform named none.
  async pick({ id }) {
    const at = `/v1/me/purchases/${encodeURIComponent(id)}`;
    let choices = [];
    if (!(await this.act("choices", async () => { choices = (await get(`${at}/choices`)).items; }))) return;
    const fields = await fill(t("pick"), html`<p class="small">${t("pick_why")}</p>${choices.map(({ claim_id: claim, code, claimed_at: when }, index) => html`
      <label class="option"><input type="radio" name="claim" value=${claim} required ?checked=${index === 0}>${code} · ${day(when)}</label>`)}`, t("save"));
    if (fields) await this.act("pick", async () => { await put(`${at}/claim`, { claim_id: fields.claim }); say(t("saved")); await this.load(); });
  }
}

customElements.define("circle-mine", Mine);
