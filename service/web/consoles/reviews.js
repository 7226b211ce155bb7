// Signals of fraud for a moderator to judge; nothing happens by itself.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get, newKey, post } from "../core/api.js";
import { say } from "../core/state.js";
import { number, spoken, t } from "../core/words.js";
import { empty, tabs } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";
import { reasoned } from "./console.js";

const SIGNALS = { cycle: "signal_cycle", identifiers: "signal_identifiers", group: "signal_group" };
const WHY = { cycle: "signal_cycle_why", identifiers: "signal_identifiers_why", group: "signal_group_why" };

class Reviews extends Listing {
  constructor() {
    super();
    this.tab = "";
    this.voided = new Set();
  }

  async page(cursor) {
    const { items, next_cursor } = await get("/v1/admin/reviews", { cursor, signal: this.tab });
    return { items: items.map((item) => ({ ...item, id: item.key })), next_cursor };
  }

  top() {
    const choices = [{ key: "", word: t("all") }, ...Object.entries(SIGNALS).map(([key, word]) => ({ key, word: t(word) }))];
    return html`<p class="small">${t("reviews_why")}</p>${tabs(choices, this.tab, (key) => this.choose(key), t("section_reviews"))}`;
  }

  view() {
    return html`${this.top()}<div class="cards narrow">${repeat(this.pages.items, ({ id }) => id, (item) => this.item(item))}</div>${this.rest(empty(t("reviews_none")))}`;
  }

  item(item) {
    const { key, signal, people, points, percent, lines } = item;
    return html`<article class="card"><header><h2>${spoken(SIGNALS, signal)}</h2><b>${t("review_points", { points: number(points) })}</b></header>
      <p class="small">${t(WHY[signal], { percent: percent ?? 0, first: people[0].display_name })}</p>
      <ul class="suspects">${people.map(({ id, display_name: name, handle, level }) => html`<li><a href="#/admin/people/${encodeURIComponent(handle)}" id="suspect-${key}-${id}">${name}</a><span class="small">@${handle} · ${t("level_line", { level })}</span></li>`)}</ul>
      <div class="row"><button class="quiet danger" aria-busy=${this.busy.has(key) ? "true" : "false"} @click=${() => this.judge(item, "void")}>${t("void_lines", { count: number(lines.length) })}</button>
        ${this.voided.has(key) ? html`<button class="quiet" @click=${() => this.judge(item, "restore")}>${t("restore_lines")}</button>` : nothing}</div>
    </article>`;
  }

  // Void or restore the ticked lines, each once, all for one reason.
  async judge({ key, lines }, way) {
    const fields = await reasoned(way === "void" ? t("void_title") : t("restore_lines"), way === "void" ? t("void") : t("restore_lines"), html`
      <div class="pick">${lines.map((line) => html`<label class="option"><input type="checkbox" name=${`line ${line}`} checked>${line}</label>`)}</div>`);
    if (!fields) return;
    const chosen = lines.filter((line) => fields[`line ${line}`]);
    const keys = new Map(chosen.map((line) => [line, newKey()]));
    await this.act(key, async () => {
      const answers = [];
      for (const line of chosen) answers.push(await post(`/v1/admin/xp-events/${encodeURIComponent(line)}/${way}`, { reason: fields.reason }, { key: keys.get(line) }));
      const people = new Set(answers.flatMap((answer) => answer.people));
      say(t(way === "void" ? "voided" : "restored", { count: number(chosen.length), people: number(people.size) }));
      this.voided[way === "void" ? "add" : "delete"](key);
      this.requestUpdate();
    });
  }
}

customElements.define("circle-admin-reviews", Reviews);
