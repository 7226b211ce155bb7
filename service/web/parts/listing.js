// A screen that is a list, read page by page; with tabs, the list of the one that is chosen.
import { html, nothing } from "lit";
import { Pages, Screen } from "../core/screen.js";
import { more } from "./bits.js";

export class Listing extends Screen {
  // Screens override these: a page of the list, and what stands above it, also while it comes.
  page() {}

  top() {
    return nothing;
  }

  async load() {
    const pages = new Pages((cursor) => this.page(cursor));
    await pages.more();
    this.pages = pages;
  }

  choose(tab) {
    this.set({ tab, ready: false });
    this.reload();
  }

  waiting() {
    return html`${this.top()}${super.waiting()}`;
  }

  // What follows the items: the way to more of them, or `none` where there is not one.
  rest(none) {
    return this.pages.items.length ? more(this.pages, this.busy.has("more"), () => this.act("more", () => this.pages.more())) : none;
  }

  // Take an item out, by what names it in the list.
  without(name) {
    this.pages.items = this.pages.items.filter((item) => (item.id ?? item.user_id) !== name);
  }
}
