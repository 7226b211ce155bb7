// The base of every screen: it loads, shows a sentence when that fails, and acts once per tap.
import { LitElement, html, nothing } from "lit";
import { bringBack } from "./drafts.js";
import { say, state, watch } from "./state.js";
import { sentence } from "./problems.js";
import { t } from "./words.js";

export class Screen extends LitElement {
  constructor() {
    super();
    this.busy = new Set();
    this.ready = false;
    this.problem = null;
    this.params = [];
  }

  // Light DOM: one style sheet for all screens, and a page that accessibility tools can read.
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.whose = state.me;
    this.unwatch = watch((changes) => this.changed(changes));
    if (this.ready) this.requestUpdate();
    else this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unwatch();
  }

  updated() {
    bringBack(this);
  }

  changed() {
    this.requestUpdate();
  }

  set(changes) {
    Object.assign(this, changes);
    this.requestUpdate();
  }

  // Screens override this to read their data.
  async load() {}

  async reload() {
    this.set({ problem: null });
    try {
      await this.load();
      this.set({ ready: true });
    } catch (problem) {
      this.set({ problem });
    }
  }

  // Do `work` once, however often the person taps, and show its problem. Returns whether it succeeded.
  async act(name, work) {
    if (this.busy.has(name)) return false;
    this.busy.add(name);
    this.requestUpdate();
    try {
      await work();
      return true;
    } catch (problem) {
      say(sentence(problem), "bad");
      return false;
    } finally {
      this.busy.delete(name);
      this.requestUpdate();
    }
  }

  render() {
    if (this.whose && !state.me) return nothing; // signed out: the welcome screen follows
    if (this.problem) {
      return html`<div class="empty" role="alert">
        <p>${sentence(this.problem)}</p>
        <button class="quiet" @click=${() => this.reload()}>${t("try_again")}</button>
      </div>`;
    }
    return this.ready ? this.view() : this.waiting();
  }

  waiting() {
    return html`<div class="waiting" role="status" aria-label=${t("loading")}>
      <div class="bone"></div><div class="bone"></div><div class="bone"></div>
    </div>`;
  }
}

// A page with nothing in it, and the last one.
export const EMPTY = { items: [], next_cursor: null };

// A list that loads page by page.
export class Pages {
  constructor(read) {
    this.read = read;
    this.items = [];
    this.cursor = null;
    this.ended = false;
  }

  async more() {
    const page = await this.read(this.cursor);
    const seen = new Set(this.items.map((item) => item.id ?? item.user_id));
    this.items = [...this.items, ...page.items.filter((item) => !seen.has(item.id ?? item.user_id))];
    this.cursor = page.next_cursor;
    this.ended = page.next_cursor === null;
  }
}
