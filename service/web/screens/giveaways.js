// Free giveaways, the last to open first.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { money, number, t } from "../core/words.js";
import { empty, head } from "../parts/bits.js";
import { status, when } from "../parts/giving.js";
import { Listing } from "../parts/listing.js";

class Giveaways extends Listing {
  page(cursor) {
    return get("/v1/giveaways", { cursor });
  }

  view() {
    const { items } = this.pages;
    return html`${head(t("tab_giveaways"))}<p class="small">${t("giveaways_why")}</p>
      <div class="cards narrow">${repeat(items, ({ id }) => id, (each) => this.gift(each))}</div>
      ${this.rest(empty(t("giveaways_empty"), html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`))}`;
  }

  gift(each) {
    return html`<article class="card" aria-labelledby="gift-${each.id}">
      <header><h2 id="gift-${each.id}"><a href="#/giveaway/${encodeURIComponent(each.id)}">${each.title}</a></h2><span class="mark">${status(each)}</span></header>
      <p>${each.prize}</p>
      <p class="small">${t("prizes", { count: each.quantity, worth: money(each.value_fen, each.currency) })} · ${when(each)} · ${t("entrants", { count: number(each.entrants) })}
        ${each.entered ? html` · <b>${t("entered")}</b>` : ""}</p>
    </article>`;
  }
}

customElements.define("circle-giveaways", Giveaways);
