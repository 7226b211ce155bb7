// The circle: what friends and their friends bought, liked, and can give a coupon for.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { sentence } from "../core/problems.js";
import { named, t } from "../core/words.js";
import { empty, head, more, tabs } from "../parts/bits.js";
import { card } from "../parts/card.js";
import { CATEGORIES } from "../parts/categories.js";

const DISCOUNTS = [1000, 2000, 5000]; // fen

class Feed extends Screen {
  constructor() {
    super();
    this.filters = { degree: "", platform: "", category: "", min_discount: "", expiring: "" };
    this.platforms = [];
    this.watcher = new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && this.next(),
      { rootMargin: "900px" },
    );
  }

  async load() {
    const pages = new Pages((cursor) => get("/v1/circle", { ...this.filters, cursor }));
    await pages.more();
    this.pages = pages;
    if (!this.platforms.length) get("/v1/platforms").then(({ items }) => this.set({ platforms: items }), () => {});
  }

  filter(name, value) {
    this.filters = { ...this.filters, [name]: value };
    this.reload();
  }

  async next() {
    if (this.pages.ended || this.busy.has("more") || this.stuck) return;
    const { pages } = this;
    this.busy.add("more");
    try {
      await pages.more();
    } catch (problem) {
      this.stuck = problem; // shown with a button, so that a lost network asks only once
    }
    this.busy.delete("more");
    this.requestUpdate();
  }

  // Look for the end of the list whenever it has moved.
  updated() {
    const foot = this.querySelector(".foot");
    this.watcher.disconnect();
    if (foot) this.watcher.observe(foot);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  view() {
    const { items } = this.pages;
    return html`${head(t("circle_title"))} ${this.bar()}
      <div class="cards">
        ${repeat(items, ({ id }) => id, (share) => card(this, share, (now) => this.replace(now)))}
      </div>
      ${items.length ? this.foot() : empty(this.narrowed ? t("feed_none_here") : t("feed_empty"), this.wayOut())}`;
  }

  foot() {
    if (this.stuck) {
      const again = () => { this.stuck = null; this.next(); };
      return html`<div class="empty" role="alert"><p>${sentence(this.stuck)}</p><button class="quiet" @click=${again}>${t("try_again")}</button></div>`;
    }
    return this.pages.ended
      ? html`<p class="end">${t("feed_end")}</p>`
      : html`<div class="foot">${more(this.pages, this.busy.has("more"), () => this.next())}</div>`;
  }

  get narrowed() {
    return Object.values(this.filters).some((value) => value !== "");
  }

  wayOut() {
    if (!this.narrowed) return html`<a role="button" href="#/friends">${t("find_friends")}</a>`;
    const clear = () => { this.filters = Object.fromEntries(Object.keys(this.filters).map((name) => [name, ""])); this.reload(); };
    return html`<button class="quiet" @click=${clear}>${t("clear_filters")}</button>`;
  }

  replace(share) {
    this.pages.items = this.pages.items.map((each) => (each.id === share.id ? share : each));
    this.requestUpdate();
  }

  bar() {
    const { filters } = this;
    const degrees = [{ key: "", word: t("all") }, { key: "1", word: t("degree_1") }, { key: "2", word: t("degree_2") }];
    return html`<div class="filters">
      ${tabs(degrees, filters.degree, (key) => this.filter("degree", key), t("degree"))}
      <button type="button" class="chip" aria-pressed=${filters.expiring ? "true" : "false"}
        @click=${() => this.filter("expiring", filters.expiring ? "" : "true")}>${t("expiring")}</button>
      ${this.choice("platform", t("platform"), this.platforms.map((each) => [each.id, named(each)]))}
      ${this.choice("category", t("category"), Object.entries(CATEGORIES).map(([id, word]) => [id, t(word)]))}
      ${this.choice("min_discount", t("min_discount"), DISCOUNTS.map((fen) => [String(fen), t("at_least", { money: `¥${fen / 100}` })]))}
    </div>`;
  }

  choice(name, label, options) {
    return html`<select class="chip" aria-label=${label} @change=${(event) => this.filter(name, event.target.value)}>
      <option value="" ?selected=${this.filters[name] === ""}>${label}</option>
      ${options.map(([value, word]) => html`<option value=${value} ?selected=${this.filters[name] === value}>${word}</option>`)}
    </select>`;
  }
}

customElements.define("circle-feed", Feed);
