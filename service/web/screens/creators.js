// Creators outside my circle, and what each of them shares.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, put } from "../core/api.js";
import { say } from "../core/state.js";
import { ago, named, t } from "../core/words.js";
import { empty, face, head } from "../parts/bits.js";
import { CATEGORIES } from "../parts/categories.js";
import { Listing } from "../parts/listing.js";

class Creators extends Listing {
  constructor() {
    super();
    this.category = "";
  }

  page(cursor) {
    return get("/v1/creators", { category: this.category, cursor });
  }

  narrow(category) {
    this.set({ category, ready: false });
    this.reload();
  }

  top() {
    return html`${head(t("creators_title"))}<p class="small">${t("creators_why")}</p>
      <div class="filters"><select class="chip" aria-label=${t("category")} @change=${(event) => this.narrow(event.target.value)}>
        <option value="" ?selected=${!this.category}>${t("category")}</option>
        ${Object.entries(CATEGORIES).map(([id, word]) => html`<option value=${id} ?selected=${this.category === id}>${t(word)}</option>`)}
      </select></div>`;
  }

  view() {
    return html`${this.top()}
      <div class="cards narrow">${repeat(this.pages.items, ({ id }) => id, (each) => this.creator(each))}</div>
      ${this.rest(this.category
        ? empty(t("creators_none_here"), html`<button class="quiet" @click=${() => this.narrow("")}>${t("clear_filters")}</button>`)
        : empty(t("creators_none"), html`<a role="button" class="quiet" href="#/friends/meet">${t("meet")}</a>`))}`;
  }

  creator(each) {
    const { id, display_name: name, viewer } = each;
    const finds = each.shares === 1 ? t("finds_one") : t("finds", { count: each.shares });
    const about = each.categories.map(named).join(t("comma"));
    const facts = [
      t("last_shared", { when: ago(each.last_published_at) }),
      viewer.friend ? t("tie_friend") : viewer.mutual_count ? t("mutual", { count: viewer.mutual_count }) : "",
    ].filter(Boolean);
    return html`<article class="card" aria-labelledby="creator-${id}">
      <header>${face(id, name)}<h2 id="creator-${id}"><a href="#/person/${encodeURIComponent(id)}">${name}</a></h2>${this.button(each)}</header>
      <p>${about ? t(each.shares > each.categories.length ? "finds_about" : "finds_are", { finds, about }) : finds}</p>
      <p class="small">${facts.join(" · ")}</p>
    </article>`;
  }

  button(each) {
    const { display_name: name, viewer: { follows } } = each;
    return html`<button class=${follows ? "quiet" : nothing} aria-label=${t(follows ? "unfollow_of" : "follow_of", { name })}
      aria-busy=${this.busy.has(each.id) ? "true" : "false"} @click=${() => this.turn(each)}>${t(follows ? "unfollow" : "follow")}</button>`;
  }

  // Show the change at once, and undo it when the service refuses.
  async turn({ id, viewer: { follows } }) {
    if (this.busy.has(id)) return;
    this.stands(id, !follows);
    const at = `/v1/me/follows/${encodeURIComponent(id)}`;
    const done = await this.act(id, () => (follows ? del(at) : put(at)));
    if (done) say(t(follows ? "unfollowed" : "followed"));
    else this.stands(id, follows);
  }

  stands(id, follows) {
    this.pages.items = this.pages.items.map((each) => (each.id === id ? { ...each, viewer: { ...each.viewer, follows } } : each));
    this.requestUpdate();
  }
}

customElements.define("circle-creators", Creators);
