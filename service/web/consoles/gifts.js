// Giveaways for reviewers: the list, and one giveaway with the cost and the gain of a fake entry.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { moment, money, number, t } from "../core/words.js";
import { empty, tabs } from "../parts/bits.js";
import { status, when } from "../parts/giving.js";
import { Listing } from "../parts/listing.js";
import { act, act_of } from "./acts.js";
import { table } from "./table.js";

class Gifts extends Listing {
  constructor() {
    super();
    this.tab = "proposed";
  }

  get at() {
    return `/v1/admin/giveaways/${encodeURIComponent(this.params[0])}`;
  }

  async load() {
    if (!this.params[0]) await super.load();
    else this.gift = await get(this.at);
  }

  page(cursor) {
    return get("/v1/admin/giveaways", { cursor, status: this.tab });
  }

  top() {
    if (this.params[0]) return nothing;
    return tabs([{ key: "proposed", word: t("gifts_proposed") }, { key: "", word: t("all") }], this.tab, (key) => this.choose(key), t("section_giveaways"));
  }

  view() {
    if (this.gift) return this.one(this.gift);
    return html`${this.top()}<ul class="library">${repeat(this.pages.items, ({ id }) => id, (gift) => html`<li><a href="#/admin/giveaways/${encodeURIComponent(gift.id)}"><b>${gift.title}</b><span class="mark">${status(gift)}</span></a></li>`)}</ul>
      ${this.rest(empty(this.tab ? t("gifts_none") : t("giveaways_empty")))}`;
  }

  one(gift) {
    return html`<section class="panel"><header class="row"><h2>${gift.title}</h2><span class="mark">${status(gift)}</span></header>
        <p>${gift.prize}</p>
        <p class="small">${t("prizes", { count: gift.quantity, worth: money(gift.value_fen, gift.currency) })} · ${t("sponsor", { name: gift.sponsor })} · ${when(gift)} · ${t("entrants", { count: number(gift.entrants) })}${gift.left_out ? ` · ${t("gift_left_out", { count: number(gift.left_out) })}` : ""}</p>
        <p class="small">${t("gift_by", { name: gift.proposer.display_name, level: gift.proposer.level })}</p>
        ${this.acts(gift)}</section>
      ${this.safety(gift.safety, gift.currency)}
      ${gift.winners.length ? html`<section class="panel"><h2>${t("gift_winners")}</h2><ul class="suspects">${gift.winners.map((winner) => html`<li><b>${winner.place}. ${winner.display_name}</b>
        <button class="quiet" @click=${() => this.doing("gift_pass_over", "pass-over", { pseudonym: winner.pseudonym })}>${t("gift_pass_over")}</button></li>`)}</ul></section>` : nothing}
      ${gift.actions.length ? html`<section class="panel"><h2>${t("section_audit")}</h2><ul class="lines">${gift.actions.map(({ kind, reason, at }) => html`<li><b>${act_of(kind)}</b><span>${reason}</span><span class="small">${moment(at)}</span></li>`)}</ul></section>` : nothing}`;
  }

  acts(gift) {
    const button = (word, way, body, fields = null, kind = "quiet") => html`<button class=${kind} @click=${() => this.doing(word, way, body, fields)}>${t(word)}</button>`;
    if (gift.status === "proposed") {
      return gift.mine ? html`<p class="small">${t("gift_own")}</p>`
        : html`<div class="row">${button("gift_approve", "review", { approve: true }, null, "")}${button("gift_reject", "review", { approve: false }, null, "quiet danger")}</div>`;
    }
    const waits = ["scheduled", "open", "closed"].includes(gift.status);
    const early = ["scheduled", "open"].includes(gift.status);
    const better = html`<label>${t("gift_quantity")}<input type="number" name="quantity" required min=${gift.quantity} max="1000" value=${gift.quantity}></label>
      <label>${t("gift_value")}<input type="number" name="value" required min=${gift.value_fen / 100} step="0.01" value=${gift.value_fen / 100}></label>`;
    const beacon = html`<p class="small">${gift.beacon ? `${gift.beacon.source} · ${gift.beacon.round}` : ""}</p><label>${t("gift_beacon_value")}<input name="value" required minlength="32" maxlength="256" pattern="[0-9a-f]+"></label>`;
    return html`<div class="row">
      ${early ? button("gift_improve", "improve", ({ quantity, value }) => ({ quantity: Number(quantity), value_fen: Math.round(Number(value) * 100) }), better) : nothing}
      ${gift.status === "closed" && gift.mode === "beacon" && !gift.beacon?.value ? button("gift_beacon", "beacon", ({ value }) => ({ value }), beacon) : nothing}
      ${waits ? button("gift_void_it", "void", {}, null, "quiet danger") : nothing}</div>`;
  }

  doing(word, way, body, more = null) {
    return act(this, t(word), `${this.at}/${way}`, { body: typeof body === "function" ? body : () => body, more, keyed: false });
  }

  safety(safety, currency) {
    const columns = ["level", "weight", "accounts", "orders", "cost_fen", "gain_fen", "pays"].map((name) => ({ name, label: t(COLUMNS[name]) }));
    const tell = (row, name) => (name.endsWith("_fen") ? money(row[name], currency) : name === "pays" ? (row.pays ? t("fake_pays") : t("fake_loses")) : number(row[name]));
    return html`<section class="panel"><h2>${t("fake_title")}</h2>
      <p class=${safety.pays ? "notice" : "small"}>${safety.pays ? t("fake_some") : t("fake_none")}</p>
      ${table(t("fake_table"), columns, safety.fakes, tell)}<p class="small">${safety.assumption}</p></section>`;
  }
}

const COLUMNS = { level: "fake_level", weight: "fake_weight", accounts: "fake_accounts", orders: "fake_orders", cost_fen: "fake_cost", gain_fen: "fake_gain", pays: "fake_worth" };

customElements.define("circle-admin-giveaways", Gifts);
