// My wishes, and wishes of my circle that I could answer.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, newKey, post } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { ago, day, left, money, named, spoken, t } from "../core/words.js";
import { empty, head, more, tabs } from "../parts/bits.js";
import { CATEGORIES } from "../parts/categories.js";

const STATES = { open: "wish_open", closed: "wish_closed", expired: "wish_expired" };

class Wishes extends Screen {
  constructor() {
    super();
    this.tab = "mine";
    this.key = newKey(); // one key per wish, however often the person sends it
    this.answers = {}; // one key per answer
  }

  async load() {
    const [mine, matches] = ["/v1/me/wishes", "/v1/me/wish-matches"].map((at) => new Pages((cursor) => get(at, { cursor })));
    await Promise.all([mine.more(), matches.more()]);
    Object.assign(this, { mine, matches });
  }

  changed(changes) {
    if (["wish_match", null].includes(changes.heard?.kind)) this.reload();
    else super.changed(changes);
  }

  view() {
    const waiting = this.matches.items.length;
    const choices = [{ key: "mine", word: t("wishes_mine") }, { key: "matches", word: waiting ? t("wishes_asked_count", { count: waiting }) : t("wishes_asked") }];
    const pages = this[this.tab];
    const one = this.tab === "mine" ? (each) => this.wish(each) : (each) => this.match(each);
    return html`${head(t("wishes_title"), tabs(choices, this.tab, (tab) => this.set({ tab }), t("wishes_title")))}
      ${this.tab === "mine" ? this.form() : html`<p class="small">${t("wishes_asked_why")}</p>`}
      <div class="cards narrow">${repeat(pages.items, ({ id }) => id, one)}</div>
      ${pages.items.length ? more(pages, this.busy.has("more"), () => this.act("more", () => pages.more())) : this.tab === "mine" ? empty(t("wishes_none")) : empty(t("wishes_asked_none"), html`<a role="button" class="quiet" href="#/accounts">${t("accounts_title")}</a>`)}`;
  }

  form() {
    return html`<form class="sheet wishing" data-draft="wish" @submit=${(event) => this.make(event)}>
      <label>${t("wish_text")}<input name="text" required minlength="2" maxlength="100" placeholder=${t("wish_example")} .value=${this.params[0] ?? ""}></label>
      <div class="pair"><label>${t("wish_category")}<select name="category"><option value="">${t("wish_any")}</option>
          ${Object.entries(CATEGORIES).map(([id, word]) => html`<option value=${id}>${t(word)}</option>`)}</select></label>
        <label>${t("wish_price")}<input name="price" type="number" min="1" max="1000000" inputmode="numeric"></label></div>
      <small>${t("wish_why")}</small>
      <button aria-busy=${this.busy.has("make") ? "true" : "false"}>${t("make_wish")}</button>
    </form>`;
  }

  make(event) {
    event.preventDefault();
    const form = event.target;
    const { text, category, price } = Object.fromEntries(new FormData(form));
    const body = { text, category: category || null, max_price_fen: price ? Math.round(Number(price) * 100) : null };
    return this.act("make", async () => {
      await post("/v1/me/wishes", body, { key: this.key }).finally(() => { this.key = newKey(); });
      form.reset();
      say(t("wish_made"));
      await this.load();
    });
  }

  facts(wish) {
    return [
      wish.category ? named(wish.category) : "",
      wish.max_price_fen ? t("wish_most", { money: money(wish.max_price_fen, wish.currency) }) : "",
      ago(wish.created_at),
    ].filter(Boolean).join(" · ");
  }

  wish(wish) {
    const close = () => this.act(wish.id, async () => { await del(`/v1/me/wishes/${encodeURIComponent(wish.id)}`); await this.load(); });
    return html`<article class="card" aria-labelledby="wish-${wish.id}">
      <header><h2 id="wish-${wish.id}">${wish.text}</h2><span class="mark">${spoken(STATES, wish.status)}</span></header>
      <p class="small">${this.facts(wish)}${wish.status === "open" ? html` · ${left(wish.expires_at)}` : nothing}</p>
      ${wish.answers.map(({ share_id: id, publisher, answered_at: at }) => html`<a class="answer-line" href="#/share/${encodeURIComponent(id)}">
        <b>${t("wish_answer", { name: publisher.display_name })}</b><span class="small">${day(at)}</span></a>`)}
      ${wish.status === "open" && !wish.answers.length ? html`<p class="small">${t("wish_waits")}</p>` : nothing}
      ${wish.status === "open" ? html`<div class="row"><button class="quiet" @click=${close}>${t("wish_close")}</button></div>` : nothing}
    </article>`;
  }

  match(wish) {
    const done = () => { this.matches.items = this.matches.items.filter(({ id }) => id !== wish.id); };
    const at = `/v1/wish-matches/${encodeURIComponent(wish.id)}`;
    const decline = () => this.act(wish.id, async () => { await del(at); done(); say(t("wish_declined")); });
    const answer = (share_id) => this.act(wish.id, async () => {
      await post(`${at}/answer`, { share_id }, { key: (this.answers[wish.id] ??= newKey()) });
      done();
      say(t("wish_answered"));
    });
    return html`<article class="card" aria-labelledby="match-${wish.id}">
      <h2 id="match-${wish.id}">${wish.text}</h2><p class="small">${this.facts(wish)}</p><p>${wish.line}</p>
      <ul class="fits">${wish.coupons.map((coupon) => html`<li><span>${coupon.product.name ?? coupon.shop.name}<span class="small">${coupon.shop.name}</span></span>
        ${coupon.share_id
          ? html`<button aria-busy=${this.busy.has(wish.id) ? "true" : "false"} @click=${() => answer(coupon.share_id)}>${t("answer_with")}</button>`
          : html`<a role="button" href="#/publish/${encodeURIComponent(coupon.id)}/${encodeURIComponent(wish.id)}">${t("write_and_answer")}</a>`}</li>`)}</ul>
      <div class="row"><button class="quiet" @click=${decline}>${t("wish_decline")}</button></div>
    </article>`;
  }
}

customElements.define("circle-wishes", Wishes);
