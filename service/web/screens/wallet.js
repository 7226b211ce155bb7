// My copies of friends' coupons: to use, used, past.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, post, put } from "../core/api.js";
import { Pages } from "../core/screen.js";
import { say } from "../core/state.js";
import { day, moment, t } from "../core/words.js";
import { empty, head, tabs } from "../parts/bits.js";
import { sure } from "../parts/dialog.js";
import { kind } from "../parts/kinds.js";
import { howToUse } from "../parts/opening.js";
import { Listing } from "../parts/listing.js";
import { bePlatform } from "../parts/ordering.js";
import { expiry, ticket } from "../parts/ticket.js";
import { why } from "../parts/why.js";

// The states of each tab; the API lists one at a time.
const TABS = { open: ["locked", "open"], redeemed: ["redeemed"], past: ["expired", "returned", "revoked"] };

// Reads the lists of several states one after the other, as one list.
async function inTurn(states, cursor) {
  const [now, ...later] = states;
  const page = await get("/v1/me/claims", { status: now, cursor });
  if (page.next_cursor || !later.length) return page;
  states.shift();
  const rest = await inTurn(states, null);
  return { ...rest, items: [...page.items, ...rest.items] };
}

const all = (claim) => `/v1/claims/${encodeURIComponent(claim.id)}`;

class Wallet extends Listing {
  constructor() {
    super();
    this.tab = "open";
    this.opened = null;
  }

  async load() {
    if (!this.ready) this.opened = this.params[0] ?? null;
    const pages = new Pages(inTurn.bind(null, [...TABS[this.tab]]));
    await pages.more();
    this.pages = pages;
  }

  view() {
    const choices = [{ key: "open", word: t("unused") }, { key: "redeemed", word: t("used") }, { key: "past", word: t("past") }];
    const { items } = this.pages;
    return html`${this.top()} ${tabs(choices, this.tab, (key) => this.choose(key), t("wallet_title"))}
      <div class="cards narrow">${repeat(items, ({ id }) => id, (claim) => this.copyOf(claim))}</div>
      ${this.rest(this.none())}`;
  }

  top() {
    return head(t("wallet_title"));
  }

  none() {
    if (this.tab === "open") return empty(t("wallet_empty"), html`<a role="button" href="#/">${t("back_to_circle")}</a>`);
    return empty(this.tab === "redeemed" ? t("wallet_none_used") : t("wallet_none_past"), html`<button class="quiet" @click=${() => this.choose("open")}>${t("unused")}</button>`);
  }

  copyOf(claim) {
    const open = this.opened === claim.id;
    const facts = html`<span class="line">${claim.status === "open" ? expiry(claim.use_by) : html`<span class="small">${day(claim.use_by)}</span>`}</span>`;
    const action = claim.usable
      ? html`<button aria-expanded=${open ? "true" : "false"} @click=${() => this.set({ opened: open ? null : claim.id })}>${open ? t("close") : t("use_it")}</button>`
      : html`<p class="why">${why(claim.reason)}</p>`;
    return html`<article class="card" aria-labelledby="claim-${claim.id}">
      <h2 id="claim-${claim.id}">${kind(claim.product?.category)}${claim.product?.name ?? claim.shop.name}</h2>
      <p class="small">${claim.share
        ? html`${t("from", { name: claim.share.publisher.display_name })} · <a href="#/share/${encodeURIComponent(claim.share.id)}">${t("read_note")}</a>`
        : t("former_sharer")}</p>
      ${ticket(claim, facts, action)}
      ${open && claim.usable ? this.using(claim) : nothing} ${claim.status === "redeemed" && claim.share ? this.after(claim) : nothing}
      ${claim.locked_until && claim.status === "locked" ? html`<p class="small">${t("locked_until", { until: moment(claim.locked_until) })}</p>` : nothing}
    </article>`;
  }

  using(claim) {
    const back = async () => {
      if (!(await sure(t("give_back_sure"), t("give_back")))) return;
      await this.act(claim.id, async () => {
        await del(all(claim));
        this.pages.items = this.pages.items.filter(({ id }) => id !== claim.id);
        say(t("given_back"));
      });
    };
    return html`${howToUse(claim)} ${bePlatform(this, claim, () => this.choose("redeemed"))}<div class="row"><button class="quiet" @click=${back}>${t("give_back")}</button></div>`;
  }

  // After the purchase: a verdict on the note, and thanks.
  after(claim) {
    const judge = (as_described) =>
      this.act(claim.id, async () => {
        await put(`${all(claim)}/verdict`, { as_described });
        this.replace({ ...claim, verdict: as_described ? "as_described" : "not_as_described" });
        say(t("verdict_noted"));
      });
    const thank = () =>
      this.act(claim.id, async () => {
        await post(`${all(claim)}/thanks`, undefined, { again: true });
        this.replace({ ...claim, thanked_at: new Date().toISOString() });
        say(t("thanked"));
      });
    const choice = (value, word) =>
      html`<button class="chip" aria-pressed=${claim.verdict === value ? "true" : "false"} @click=${() => judge(value === "as_described")}>${word}</button>`;
    return html`<div class="row" role="group" aria-label=${t("verdict")}>
      <span>${t("verdict")}</span>${choice("as_described", t("as_described"))}${choice("not_as_described", t("not_as_described"))}
      ${claim.thanked_at ? html`<span class="small">${t("thanked_already")}</span>` : html`<button class="chip" @click=${thank}>${t("thank")}</button>`}
    </div>`;
  }

  replace(claim) {
    this.pages.items = this.pages.items.map((each) => (each.id === claim.id ? claim : each));
  }
}

customElements.define("circle-wallet", Wallet);
