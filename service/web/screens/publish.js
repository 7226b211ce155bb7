// Publish a coupon: an honest note, its audience, and the disclosure it will carry. With a wish in the address,
// the share answers that wish.
import { html, nothing } from "lit";
import { get, newKey, post } from "../core/api.js";
import { drop } from "../core/drafts.js";
import { Screen } from "../core/screen.js";
import { say, state } from "../core/state.js";
import { number, t } from "../core/words.js";
import { empty, head } from "../parts/bits.js";
import { idsIn } from "../parts/photos.js";
import { ticket } from "../parts/ticket.js";

const LEAST = 20;
const HINTS = ["hint_use", "hint_time", "hint_flaw"];
const REACH = { friends: ["friends"], circle: ["friends", "via_friends"], public: ["friends", "via_friends", "followers"], direct: [] };
const REACH_WORDS = { friends: "reach_friends", via_friends: "reach_circle", followers: "reach_followers" };

class Publish extends Screen {
  constructor() {
    super();
    this.audience = "circle";
    this.key = newKey(); // one key per publication, however often the person sends it
    this.length = 0;
    this.to = new Set();
  }

  async load() {
    const [id, wish] = this.params;
    if (wish && !this.ready) this.audience = "direct";
    const [coupons, friends] = await Promise.all([get("/v1/me/coupons", { status: "available", limit: 100 }), get("/v1/me/friends", { limit: 100 })]);
    this.coupon = coupons.items.find((coupon) => coupon.id === id);
    this.friends = friends.items;
    if (this.coupon) await this.look();
  }

  async look() {
    this.preview = await post(`/v1/coupons/${encodeURIComponent(this.coupon.id)}/preview`, { audience: this.audience }, { again: true });
  }

  aim(audience) {
    this.set({ audience });
    this.act("look", () => this.look());
  }

  async publish(event) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    const body = {
      coupon_id: this.coupon.id,
      note: fields.note,
      audience: this.audience,
      cons: fields.cons.trim() || null,
      gifted: fields.gifted === "on",
      photos: idsIn(fields.photos),
      used_for_days: fields.used_for_days ? Number(fields.used_for_days) : null,
    };
    const [, wish] = this.params;
    const done = await this.act("publish", () => wish
      ? post(`/v1/wish-matches/${encodeURIComponent(wish)}/answer`, body, { key: this.key })
      : post("/v1/shares", { ...body, to: [...this.to] }, { key: this.key }));
    if (!done) this.key = newKey(); // a changed note is a new publication
    else {
      drop(event.target);
      say(wish ? t("wish_answered") : t("published_now"));
      location.hash = wish ? "#/wishes" : "#/mine";
    }
  }

  view() {
    const { coupon, audience } = this;
    const [, wish] = this.params;
    if (!coupon) return empty(t("coupon_gone"), html`<a role="button" class="quiet" href="#/mine">${t("mine_title")}</a>`);
    const audiences = [["circle", t("to_circle")], ["friends", t("to_friends")], ["direct", wish ? t("to_wisher") : t("to_direct")]];
    if (state.me.roles.includes("creator")) audiences.push(["public", t("to_public")]);
    return html`${head(t("publish_title"))}
      <form class="sheet wide" data-draft="publish ${coupon.id}" @submit=${(event) => this.publish(event)}>
        <h2>${coupon.product?.name ?? coupon.shop.name}</h2>
        ${ticket(coupon, html`<span class="small">${t("gives_copies", { count: this.preview.quota })}${this.preview.more_at_level ? ` · ${t("more_copies", { level: this.preview.more_at_level })}` : ""}</span>`)}
        <label>${t("note")}<textarea name="note" rows="5" required minlength=${LEAST} maxlength="2000" aria-describedby="note-hints note-count"
          @input=${(event) => this.set({ length: [...event.target.value.trim()].length })}></textarea></label>
        <small id="note-count" class=${this.length && this.length < LEAST ? "urgent" : ""}>${t("note_count", { count: this.length, least: LEAST })}</small>
        <ul id="note-hints" class="hints">${HINTS.map((hint) => html`<li>${t(hint)}</li>`)}</ul>
        <circle-photos></circle-photos>
        <label>${t("cons_label")}<textarea name="cons" rows="2" maxlength="500"></textarea></label>
        <label>${t("used_for")}<input name="used_for_days" type="number" min="0" max="36500" inputmode="numeric"></label>
        <label class="option"><input type="checkbox" name="gifted">${t("gifted")}</label>
        <fieldset><legend>${t("who_sees")}</legend>
          ${audiences.map(([value, word]) => html`<label class="option"><input type="radio" name="audience" value=${value} .checked=${audience === value}
            @change=${() => this.aim(value)}>${word}</label>`)}
        </fieldset>
        ${this.reach()} ${wish ? html`<p class="small">${t("wisher_unnamed")}</p>` : this.sendTo()}
        <p class="small">${this.preview.disclosure}</p>
        <button type="submit" aria-busy=${this.busy.has("publish") ? "true" : "false"}>${t("publish")}</button>
      </form>`;
  }

  reach() {
    const lines = REACH[this.audience].map((name) =>
      t(REACH_WORDS[name], { count: this.preview[name] ?? t("a_few") }));
    return lines.length ? html`<p class="reach" role="status">${t("will_see")} ${lines.join(" · ")}</p>` : nothing;
  }

  sendTo() {
    const flip = (id, on) => { this.to[on ? "add" : "delete"](id); this.requestUpdate(); };
    return html`<details ?open=${this.audience === "direct"}>
      <summary>${t("send_to", { count: number(this.to.size) })}</summary>
      <div class="pick">${this.friends.map(({ id, display_name: name }) => html`
        <label class="option"><input type="checkbox" .checked=${this.to.has(id)} ?disabled=${!this.to.has(id) && this.to.size >= 20}
          @change=${(event) => flip(id, event.target.checked)}>${name}</label>`)}</div>
    </details>`;
  }
}

customElements.define("circle-publish", Publish);
