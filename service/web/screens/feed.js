// The circle: shares of friends and of their friends.
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { icon } from "../core/icons.js";
import { Pages, Screen } from "../core/screen.js";
import { sentence } from "../core/problems.js";
import { change, keep, state } from "../core/state.js";
import { t } from "../core/words.js";
import { empty, head, more, tabs } from "../parts/bits.js";
import { card } from "../parts/card.js";
import { ALL, filterBar, meetPlatforms, narrowed } from "../parts/filters.js";
import { Seen } from "../parts/seen.js";

class Feed extends Screen {
  constructor() {
    super();
    this.filters = ALL;
    this.sort = keep("sort") === "ranked" ? "ranked" : "recent";
    this.seen = new Seen();
    this.watcher = new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && this.next(),
      { rootMargin: "900px" },
    );
  }

  async load() {
    const pages = new Pages((cursor) => get("/v1/circle", { sort: this.sort, ...this.filters, cursor }));
    await pages.more();
    this.pages = pages;
    this.stuck = null;
    change({ fresh: 0 });
    meetPlatforms().then(() => this.requestUpdate(), () => {});
  }

  filter(filters) {
    this.filters = filters;
    this.reload();
  }

  order(sort) {
    keep("sort", sort);
    this.set({ sort, ready: false });
    this.reload();
  }

  async next() {
    if (this.pages.ended || this.busy.has("more") || this.stuck) return;
    const { pages } = this;
    this.busy.add("more");
    try {
      await pages.more();
    } catch (problem) {
      this.stuck = problem; // shown with a button, so that without a network the page does not keep asking
    }
    this.busy.delete("more");
    this.requestUpdate();
  }

  // Watch the end of the list after each change.
  updated() {
    const foot = this.querySelector(".foot");
    this.watcher.disconnect();
    if (foot) this.watcher.observe(foot);
    if (this.sort === "ranked") this.seen.watch(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher.disconnect();
    this.seen.stop();
  }

  waiting() {
    return html`${this.top()}${super.waiting()}`;
  }

  view() {
    const { items } = this.pages;
    return html`${this.top()} ${this.news()}
      <div class="cards" @click=${(event) => this.opened(event)}>
        ${repeat(items, ({ id }) => id, (share) => this.cardOf(share))}
      </div>
      ${items.length ? this.foot() : empty(narrowed(this.filters) ? t("feed_none_here") : t("feed_empty"), this.wayOut())}`;
  }

  // Draws a card again only when it has changed: of thousands of cards, one or none.
  cardOf(share) {
    const busy = [share.id, `menu ${share.id}`].map((name) => this.busy.has(name));
    return guard([share, ...busy], () => card(this, share, (now) => this.replace(now)));
  }

  top() {
    const orders = [{ key: "recent", word: t("sort_recent") }, { key: "ranked", word: t("sort_ranked") }];
    return html`${head(t("circle_title"), tabs(orders, this.sort, (key) => this.order(key), t("sort")))}
      <a class="searchbar" href="#/search">${icon("search")}<span>${t("search_hint")}</span></a>
      ${filterBar(this.filters, (filters) => this.filter(filters))}`;
  }

  // New shares show only after a tap, so that nothing moves under the finger.
  news() {
    const show = () => { scrollTo(0, 0); this.reload(); };
    return html`<div role="status">${state.fresh
      ? html`<button class="fresh" @click=${show}>${t("fresh", { count: state.fresh })}</button>` : nothing}</div>`;
  }

  opened(event) {
    const id = event.target.closest("a") && event.target.closest("[data-share]")?.dataset.share;
    if (id && this.sort === "ranked") this.seen.note("opened", id);
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

  wayOut() {
    if (narrowed(this.filters)) return html`<button class="quiet" @click=${() => this.filter(ALL)}>${t("clear_filters")}</button>`;
    return html`<div class="row"><a role="button" href="#/friends">${t("find_friends")}</a><a role="button" class="quiet" href="#/wishes">${t("make_wish")}</a></div>`;
  }

  replace(share) {
    this.pages.items = this.pages.items.map((each) => (each.id === share.id ? share : each));
    this.requestUpdate();
  }
}

customElements.define("circle-feed", Feed);
