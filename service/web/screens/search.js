// Search in the circle, while the person types.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { t } from "../core/words.js";
import { head, more } from "../parts/bits.js";
import { card } from "../parts/card.js";
import { ALL, filterBar, meetPlatforms } from "../parts/filters.js";

const PAUSE = 250; // ms without a key before a search

class Search extends Screen {
  constructor() {
    super();
    this.q = "";
    this.filters = ALL;
    this.pages = null;
    this.asking = false;
  }

  async load() {
    meetPlatforms().then(() => this.requestUpdate(), () => {});
    await this.find();
  }

  connectedCallback() {
    super.connectedCallback();
    this.updateComplete.then(() => this.querySelector("input")?.focus({ preventScroll: true }));
  }

  typed(q, pause = PAUSE) {
    this.q = q;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find().catch((problem) => this.set({ problem })), pause);
  }

  // Of several searches on their way only the last one shows its results.
  async find() {
    const q = this.q.trim();
    const latest = (this.latest = {});
    if (!q) return this.set({ pages: null, asking: false });
    this.set({ asking: true });
    let first = null;
    const pages = new Pages(async (cursor) => {
      const page = await get("/v1/circle/search", { q, ...this.filters, cursor });
      first ??= page;
      return page;
    });
    try {
      await pages.more();
    } finally {
      if (this.latest === latest) this.asking = false;
    }
    if (this.latest === latest) this.set({ pages, help: first.help, complete: first.complete });
  }

  view() {
    const hits = this.pages?.items.length ?? 0;
    const search = (event) => { event.preventDefault(); this.typed(this.q, 0); };
    return html`${head(t("search_title"))}
      <form class="seek" role="search" @submit=${search}><div><input type="search" maxlength="100" enterkeyhint="search" autocomplete="off" aria-label=${t("search_hint")} placeholder=${t("search_hint")} .value=${this.q}
          @input=${(event) => this.typed(event.target.value)}></div></form>
      ${filterBar(this.filters, (filters) => { this.filters = filters; this.find().catch((problem) => this.set({ problem })); this.requestUpdate(); })}
      <div role="status" class="small">${this.asking && !this.pages ? t("searching") : this.pages ? (hits ? this.partly() : t("search_none")) : t("search_start")}</div>
      ${hits ? this.results() : this.pages ? this.ways() : nothing}`;
  }

  partly() {
    return this.complete ? nothing : t("search_partly");
  }

  results() {
    const { items } = this.pages;
    const replace = (now) => { this.pages.items = items.map((each) => (each.id === now.id ? { ...each, ...now } : each)); this.requestUpdate(); };
    const marks = ({ highlights }) => Object.fromEntries(highlights.map(({ field, pieces }) => [field, pieces]));
    return html`<div class="cards">${repeat(items, ({ id }) => id, (share) => card(this, share, replace, marks(share)))}</div>
      ${more(this.pages, this.busy.has("more"), () => this.act("more", () => this.pages.more()))}`;
  }

  // The service's advice when nothing matches; advice that the page can carry out gets a button.
  ways() {
    const links = {
      post_wish: html`<a role="button" href="#/wishes/${encodeURIComponent(this.q.trim())}">${t("wish_for", { what: this.q.trim() })}</a>`,
      suggestions: html`<a role="button" class="quiet" href="#/friends/meet">${t("suggestions")}</a>`,
      drop_filters: html`<button class="quiet" @click=${() => { this.filters = ALL; this.typed(this.q, 0); }}>${t("clear_filters")}</button>`,
    };
    return html`<ul class="advice">${this.help.map(({ code, text }) => html`<li><p>${text}</p>${links[code] ?? nothing}</li>`)}</ul>`;
  }
}

customElements.define("circle-search", Search);
