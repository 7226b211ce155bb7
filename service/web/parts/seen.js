// Reports to the service, now and then, which ranked shares were on the screen and which were opened. People whose
// shares I keep passing by then rank lower for me alone. Nobody else learns of it.
import { post } from "../core/api.js";

const PAUSE = 4000; // ms

export class Seen {
  constructor() {
    this.sent = new Set();
    this.waiting = { shares: new Set(), opened: new Set() };
    this.watcher = new IntersectionObserver((met) => met.forEach((each) => each.isIntersecting && this.note("shares", each.target.dataset.share)), { threshold: 0.7 });
  }

  // Watch the cards below `root`, less those already reported.
  watch(root) {
    this.watcher.disconnect();
    for (const card of root.querySelectorAll("[data-share]")) if (!this.sent.has(card.dataset.share)) this.watcher.observe(card);
  }

  note(kind, id) {
    if (kind === "shares" && this.sent.has(id)) return;
    this.sent.add(id);
    this.waiting[kind].add(id);
    this.timer ??= setTimeout(() => this.tell(), PAUSE);
  }

  tell() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { shares, opened } = this.waiting;
    if (!shares.size && !opened.size) return;
    this.waiting = { shares: new Set(), opened: new Set() };
    post("/v1/circle/seen", { shares: [...shares].slice(0, 100), opened: [...opened].slice(0, 100) }).catch(() => {}); // a lost report does no harm
  }

  stop() {
    this.watcher.disconnect();
    this.tell();
  }
}
