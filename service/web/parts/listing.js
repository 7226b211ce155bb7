// A screen with a list that loads page by page; with tabs, the list of the chosen tab.
import { html, nothing } from "lit";
import { Pages, Screen } from "../core/screen.js";
import { more } from "./bits.js";

export class Listing extends Screen {
  // Screens override these: a page of the list, and the part above it, which also shows while the list loads.
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

  // The part after the items: a button for more, or `none` when the list is empty.
  rest(none) {
    return this.pages.items.length ? more(this.pages, this.busy.has("more"), () => this.act("more", () => this.pages.more())) : none;
  }

  // Take an item out of the list by its id.
  without(name) {
    this.pages.items = this.pages.items.filter((item) => (item.id ?? item.user_id) !== name);
  }
}
