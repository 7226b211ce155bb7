// A shop, its recommenders in my circle, and their shares.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get, orNull } from "../core/api.js";
import { EMPTY } from "../core/screen.js";
import { named, t } from "../core/words.js";
import { empty, head } from "../parts/bits.js";
import { card } from "../parts/card.js";
import { Listing } from "../parts/listing.js";

class Shop extends Listing {
  async page(cursor) {
    this.shop = await orNull(get(`/v1/shops/${encodeURIComponent(this.params[0])}`, { limit: 10, cursor }));
    return this.shop ?? EMPTY;
  }

  view() {
    const { shop, pages } = this;
    const back = html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`;
    if (!shop) return empty(t("shop_unknown"), back);
    const replace = (now) => { pages.items = pages.items.map((each) => (each.id === now.id ? now : each)); this.requestUpdate(); };
    const count = shop.recommenders;
    return html`${head(shop.name)}
      <p class="small">${named(shop.platform)}${count ? ` · ${t(count === 1 ? "shop_recommender" : "shop_recommenders", { count })}` : ""}</p>
      <div class="cards">${repeat(pages.items, ({ id }) => id, (share) => card(this, share, replace))}</div>
      ${this.rest(empty(t("shop_unshared"), back))}`;
  }
}

customElements.define("circle-shop", Shop);
