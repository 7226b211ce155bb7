// Which ranked shares stood on the screen and which were opened, told to the service now and then, so that whom
// one keeps passing by weighs less for oneself. Nobody else is told.
import { post } from "../core/api.js";

const PAUSE = 4000; // ms

export class Seen {
  constructor() {
    this.told = new Set();
    this.waiting = { shares: new Set(), opened: new Set() };
    this.watcher = new IntersectionObserver((met) => met.forEach((each) => each.isIntersecting && this.note("shares", each.target.dataset.share)), { threshold: 0.7 });
  }

  // Look at the cards below `root`; those known already are passed over.
  watch(root) {
    this.watcher.disconnect();
    for (const card of root.querySelectorAll("[data-share]")) if (!this.told.has(card.dataset.share)) this.watcher.observe(card);
  }

  note(kind, id) {
    if (kind === "shares" && this.told.has(id)) return;
    this.told.add(id);
    this.waiting[kind].add(id);
    this.timer ??= setTimeout(() => this.tell(), PAUSE);
  }

  tell() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { shares, opened } = this.waiting;
    if (!shares.size && !opened.size) return;
    this.waiting = { shares: new Set(), opened: new Set() };
    post("/v1/circle/seen", { shares: [...shares].slice(0, 100), opened: [...opened].slice(0, 100) }).catch(() => {}); // a guess lost is no loss
  }

  stop() {
    this.watcher.disconnect();
    this.tell();
  }
}
