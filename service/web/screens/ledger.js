// The ledger of my experience, each line explained by the service.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { change, state } from "../core/state.js";
import { day, named, number, spoken, t } from "../core/words.js";
import { empty, head } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";

const STATES = { pending: "line_pending", matured: "line_matured", voided: "line_voided" };

class Ledger extends Listing {
  async page(cursor) {
    const page = await get("/v1/me/xp", { cursor });
    change({ shown: { ...state.shown, ledger: page.items.map(({ share_id: share }) => share) } });
    return page;
  }

  view() {
    const { items } = this.pages;
    return html`${head(t("ledger_title"))}<p class="small">${t("ledger_why")}</p>
      <ul class="ledger">${repeat(items, ({ id }) => id, (line) => this.line(line))}</ul>
      ${this.rest(empty(t("ledger_empty"), html`<a role="button" class="quiet" href="#/mine">${t("mine_title")}</a>`))}`;
  }

  line(line) {
    const reasons = [...line.factors, ...line.caps].filter(({ text }) => text);
    const worth = line.state === "pending" ? line.expected : line.effective;
    return html`<li class="entry ${line.state}">
      <div class="who"><b>${named(line)}</b>
        <span>${day(line.occurred_on)} · ${spoken(STATES, line.state)}${line.state === "pending" && line.matures_on ? html` · ${t("matures", { date: day(line.matures_on) })}` : nothing}</span>
        ${line.share_id ? html`<a class="small" href="#/share/${encodeURIComponent(line.share_id)}">${t("read_note")}</a>` : nothing}
        ${line.void_text ? html`<span class="urgent">${line.void_text}</span>` : nothing} ${line.void_note ? html`<span class="small">${line.void_note}</span>` : nothing}
        ${reasons.length ? html`<details><summary>${t("why_so_many", { raw: line.raw })}</summary><ul>
          ${line.factors.filter(({ text }) => text).map(({ value, text }) => html`<li>× ${value}: ${text}</li>`)}
          ${line.caps.map(({ cut, text }) => html`<li>− ${cut}: ${text}</li>`)}</ul></details>` : nothing}
      </div>
      <strong class="sum">${worth > 0 ? "+" : ""}${number(worth ?? 0)}</strong></li>`;
  }
}

customElements.define("circle-ledger", Ledger);
