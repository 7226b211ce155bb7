// My saved shares, my hidden shares, and what I mute.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get } from "../core/api.js";
import { state } from "../core/state.js";
import { ago, day, spoken, t } from "../core/words.js";
import { empty, head, tabs } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";
import { expiry, ticket } from "../parts/ticket.js";

const LISTS = { saved: "/v1/me/saved", hidden: "/v1/me/hidden", mutes: "/v1/me/mutes" };
const NONE = { saved: "saved_none", hidden: "hidden_none", mutes: "mutes_none" };
const BACK = { saved: "keep_no_more", hidden: "show_again", mutes: "unmute" };
const KINDS = { user: "kind_person", shop: "kind_shop", category: "category" };

class Saved extends Listing {
  constructor() {
    super();
    this.tab = "saved";
  }

  async page(cursor) {
    const page = await get(LISTS[this.tab], { cursor });
    return { ...page, items: page.items.map((each) => ({ id: each.share_id, ...each })) };
  }

  top() {
    return head(t("saved_title"));
  }

  view() {
    const choices = [{ key: "saved", word: t("kept") }, { key: "hidden", word: t("hidden") }, { key: "mutes", word: t("seen_less") }];
    const { items } = this.pages;
    const one = this.tab === "mutes" ? (each) => this.muted(each) : (each) => this.share(each);
    return html`${this.top()} ${tabs(choices, this.tab, (key) => this.choose(key), t("saved_title"))}
      <div class="cards narrow">${repeat(items, ({ id }) => id, one)}</div>
      ${this.rest(empty(t(NONE[this.tab]), html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`))}`;
  }

  drop(id) {
    return this.act(id, async () => {
      await del(`${LISTS[this.tab]}/${encodeURIComponent(id)}`);
      this.without(id);
    });
  }

  back(id) {
    return html`<button class="quiet" aria-busy=${this.busy.has(id) ? "true" : "false"} @click=${() => this.drop(id)}>${t(BACK[this.tab])}</button>`;
  }

  share({ id, share, since }) {
    if (!share) return html`<p class="stub"><span>${t("gone_since")}</span>${this.back(id)}</p>`;
    return html`<article class="card" aria-labelledby="kept-${id}">
      <h2 id="kept-${id}"><a href="#/share/${encodeURIComponent(id)}">${share.product?.name ?? share.shop.name}</a></h2>
      <p class="small">${t("from", { name: share.publisher.display_name })} · ${ago(since)}</p>
      <p class="note clamp">${share.note}</p>
      ${ticket(share, html`<span class="line">${expiry(share.expires_at)}</span>`, this.back(id))}
    </article>`;
  }

  muted({ id, kind, name, name_zh, until }) {
    const word = state.language === "zh" && name_zh ? name_zh : name;
    return html`<p class="stub"><span><b>${word}</b> <span class="small">${spoken(KINDS, kind)}${until ? html` · ${day(until)}` : nothing}</span></span>${this.back(id)}</p>`;
  }
}

customElements.define("circle-saved", Saved);
