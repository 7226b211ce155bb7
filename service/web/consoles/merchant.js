// The shops that I manage, and the state of each offer.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { spoken, t } from "../core/words.js";
import { empty, head } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";
import "./console.js";
import { STATES } from "./shop.js";

class Merchant extends Listing {
  page(cursor) {
    return get("/v1/merchant/shops", { cursor });
  }

  view() {
    const { items } = this.pages;
    return html`<div class="console">${head(t("merchant_title"))}<p class="small">${t("merchant_why")}</p>
      <ul class="library">${repeat(items, ({ id }) => id, ({ id, name, state }) => html`<li><a href="#/program/${encodeURIComponent(id)}"><b>${name}</b><span class="mark">${spoken(STATES, state)}</span></a></li>`)}</ul>
      ${this.rest(empty(t("merchant_none")))}</div>`;
  }
}

customElements.define("circle-merchant", Merchant);
