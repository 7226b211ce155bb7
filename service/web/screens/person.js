// Another person, as far as I may see them, and the acts between us.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, newKey, orNull, post, put } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { day, t } from "../core/words.js";
import { empty, face, more } from "../parts/bits.js";
import { card } from "../parts/card.js";
import { sure } from "../parts/dialog.js";
import { menu } from "../parts/menu.js";
import { report } from "../parts/reporting.js";

class Person extends Screen {
  async load() {
    this.user = await orNull(this.read());
  }

  async read() {
    const at = `/v1/users/${encodeURIComponent(this.params[0])}`;
    const user = await get(at);
    this.pages = new Pages((cursor) => get(`${at}/shares`, { limit: 10, cursor }));
    await this.pages.more();
    return user;
  }

  // Act, then reload how we stand. With a `question`, ask the person to confirm first.
  async turn(name, work, sentence, question) {
    if (question && !(await sure(question, t(name)))) return;
    const done = await this.act(name, work);
    if (done) {
      say(sentence);
      await this.reload();
    }
  }

  view() {
    const { user } = this;
    if (!user) return empty(t("person_gone"), html`<a role="button" class="quiet" href="#/friends">${t("friends_title")}</a>`);
    const { viewer, profile } = user;
    const facts = [
      viewer.friend ? t("tie_friend") : viewer.requested === "out" ? t("asked_now") : nothing,
      viewer.mutual_count ? t("mutual", { count: viewer.mutual_count }) : nothing,
      user.creator ? t("creator") : nothing,
      profile ? t("level_line", { level: profile.level }) : nothing,
      profile ? t("here_since", { date: day(profile.created_at) }) : nothing,
    ].filter((fact) => fact !== nothing);
    return html`<article class="whole">
      <header class="whole-head">${face(user.id, user.display_name, "large")}
        <div class="who"><h1>${user.display_name}</h1><span>${user.handle ? `@${user.handle}` : nothing}</span></div>
        ${viewer.degree === 0 ? nothing : menu(t("more"), [viewer.friend && [t("refuse_sends"), () => this.sends(put, t("refused_sends"))], viewer.friend && [t("take_sends"), () => this.sends(del, t("taken_sends"))],
          [t("report_person"), () => report(this, "user", user.id)]])}</header>
      <p>${facts.join(" · ")}</p>
      ${user.mutual_friends.length ? html`<p class="small">${t("known_by", { names: user.mutual_friends.map((each) => each.display_name).join(t("comma")) })}</p>` : nothing}
      ${viewer.degree === 0 ? nothing : html`<div class="row">${this.acts(user.id, viewer, user.creator)}</div>`}
    </article>
    ${this.shares()}`;
  }

  // Their shares that I may see, even without copies left.
  shares() {
    const { pages } = this;
    const replace = (now) => { pages.items = pages.items.map((each) => (each.id === now.id ? now : each)); this.requestUpdate(); };
    if (!pages.items.length) return this.user.creator && !this.user.viewer.follows && this.user.viewer.degree !== 0 ? html`<p class="small">${t("creator_unfollowed")}</p>` : nothing;
    return html`<section class="theirs"><h2>${t("their_shares")}</h2><div class="cards">${repeat(pages.items, ({ id }) => id, (share) => card(this, share, replace))}</div>
      ${more(pages, this.busy.has("more"), () => this.act("more", () => pages.more()))}</section>`;
  }

  // Allow or refuse coupons that they send me directly; they are not notified.
  sends(turn, sentence) {
    return this.act("sends", async () => { await turn(`/v1/me/refusals/${encodeURIComponent(this.user.id)}`); say(sentence); });
  }

  acts(id, viewer, creator) {
    const at = encodeURIComponent(id);
    const button = (name, work, sentence, { question, kind = "quiet" } = {}) =>
      html`<button class=${kind} aria-busy=${this.busy.has(name) ? "true" : "false"} @click=${() => this.turn(name, work, sentence, question)}>${t(name)}</button>`;
    return html`
      ${viewer.friend || viewer.requested ? nothing : button("ask_friend", () => post("/v1/friend-requests", { to: id }, { key: newKey() }), t("asked_now"), { kind: "" })}
      ${creator ? (viewer.follows ? button("unfollow", () => del(`/v1/me/follows/${at}`), t("unfollowed")) : button("follow", () => put(`/v1/me/follows/${at}`), t("followed"))) : nothing}
      ${viewer.muted ? button("unmute", () => del(`/v1/me/mutes/${at}`), t("unmuted")) : button("mute", () => put(`/v1/me/mutes/${at}`, {}), t("muted"))}
      ${viewer.friend ? button("unfriend", () => del(`/v1/me/friends/${at}`), t("unfriended"), { question: t("unfriend_sure") }) : nothing}
      ${viewer.blocking ? nothing : button("block", () => put(`/v1/me/blocks/${at}`), t("blocked_now"), { question: t("block_sure"), kind: "quiet danger" })}`;
  }
}

customElements.define("circle-person", Person);
