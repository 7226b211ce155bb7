// Meeting people: suggestions with their reasons, and invites for people I know.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, newKey, post, put } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { day, t } from "../core/words.js";
import { copy, face } from "./bits.js";

const MOST_INVITES = 5;

class Meeting extends Screen {
  constructor() {
    super();
    this.key = newKey();
  }

  async load() {
    const [people, invites] = await Promise.all([get("/v1/me/suggestions", { limit: 5 }), get("/v1/me/invites", { limit: MOST_INVITES })]);
    this.people = people.items;
    this.invites = invites.items;
  }

  view() {
    return html`<h2>${t("suggestions")}</h2>
      ${this.people.length
        ? html`<ul class="people">${repeat(this.people, ({ user }) => user.id, (each) => this.suggestion(each))}</ul>`
        : html`<p class="small">${t("suggestions_none")}</p>`}
      <section class="panel"><h2>${t("invite")}</h2><p class="small">${t("invite_unpaid")}</p>
        ${this.invites.map((invite) => this.invite(invite))}
        <button class="quiet" aria-busy=${this.busy.has("invite") ? "true" : "false"} ?disabled=${this.invites.length >= MOST_INVITES} @click=${() => this.make()}>${t("new_invite")}</button></section>`;
  }

  suggestion({ user, reason, mutual_friends: known }) {
    const why = [
      known.length ? t("known_by", { names: known.map((each) => each.display_name).join(t("comma")) }) : t("mutual", { count: reason.mutual_count }),
      reason.coupons ? t("would_open", { coupons: reason.coupons, categories: reason.categories }) : "",
    ].filter(Boolean);
    const gone = () => { this.people = this.people.filter((each) => each.user.id !== user.id); };
    const ask = () => this.act(user.id, async () => {
      await post("/v1/friend-requests", { to: user.id }, { key: newKey() });
      gone();
      say(t("asked_now"));
    });
    const dismiss = () => this.act(user.id, async () => {
      await put(`/v1/me/dismissed/${encodeURIComponent(user.id)}`);
      gone();
      say(t("dismissed"));
    });
    return html`<li class="person">${face(user.id, user.display_name)}
      <div class="who"><b><a href="#/person/${encodeURIComponent(user.id)}">${user.display_name}</a></b><span>${why.join(" · ")}</span></div>
      <div class="row"><button aria-busy=${this.busy.has(user.id) ? "true" : "false"} @click=${ask}>${t("ask_friend")}</button>
        <button class="quiet" @click=${dismiss}>${t("dismiss")}</button></div></li>`;
  }

  invite({ id, code, link, expires_at: until }) {
    const end = () => this.act(id, async () => {
      await del(`/v1/me/invites/${encodeURIComponent(id)}`);
      await this.load();
    });
    return html`<div class="invite"><img class="qr" src="/v1/invites/${encodeURIComponent(code)}/qr" width="132" height="132" alt=${t("qr_alt")}>
      <div><p class="link">${link}</p><p class="small">${t("good_until", { date: day(until) })}</p>
        <div class="row"><button @click=${() => copy(link, say)}>${t("copy_link")}</button><button class="quiet" @click=${end}>${t("withdraw")}</button></div></div></div>`;
  }

  make() {
    return this.act("invite", async () => {
      await post("/v1/invites", {}, { key: this.key });
      this.key = newKey();
      await this.load();
    });
  }
}

customElements.define("circle-meeting", Meeting);
