// Friends: my friends, requests, creators I follow, followers, blocked people.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, newKey, orNull, post } from "../core/api.js";
import { EMPTY } from "../core/screen.js";
import { say, state } from "../core/state.js";
import { ago, t } from "../core/words.js";
import "../parts/meeting.js";
import { empty, face, head, tabs } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";

const LISTS = { friends: "/v1/me/friends", out: "/v1/me/friend-requests", follows: "/v1/me/follows", followers: "/v1/me/followers", blocks: "/v1/me/blocks" };

class Friends extends Listing {
  constructor() {
    super();
    this.tab = "friends";
    this.match = undefined;
    this.sought = "";
  }

  async load() {
    if (!this.ready && this.params[0] === "meet") this.tab = "meet";
    const [asking] = await Promise.all([get("/v1/me/friend-requests", { direction: "in", limit: 50 }), super.load()]);
    this.asking = asking.items;
  }

  page(cursor) {
    if (this.tab === "meet") return EMPTY;
    const query = this.tab === "out" ? { direction: "out" } : {};
    return get(LISTS[this.tab], { ...query, cursor });
  }

  choose(tab) {
    this.params = [];
    super.choose(tab);
  }

  changed(changes) {
    if (["friend_request", "friend_accepted", null].includes(changes.heard?.kind)) this.reload();
    else super.changed(changes);
  }

  top() {
    return head(t("friends_title"));
  }

  view() {
    const choices = [{ key: "friends", word: t("tab_all_friends") }, { key: "meet", word: t("meet") }, { key: "out", word: t("asked_by_me") }, { key: "follows", word: t("followed_by_me") }, ...(state.me.roles.includes("creator") ? [{ key: "followers", word: t("followers") }] : []), { key: "blocks", word: t("blocked") }];
    const shown = { friends: (item) => this.friend(item), out: (item) => this.sent(item), follows: (item) => this.followed(item), followers: (item) => this.follower(item), blocks: (item) => this.blocked(item) };
    const { items } = this.pages;
    const none = { friends: "friends_empty", out: "asked_empty", follows: "follows_empty", followers: "followers_empty", blocks: "blocks_empty" };
    return html`${this.top()} ${this.finder()}
      ${this.asking.length ? html`<h2>${t("they_ask")}</h2><ul class="people">${this.asking.map((each) => this.request(each))}</ul>` : nothing}
      ${tabs(choices, this.tab, (key) => this.choose(key), t("friends_title"))}
      ${this.tab === "meet" ? html`<circle-meeting></circle-meeting>` : this.list(items, shown[this.tab], none[this.tab])}`;
  }

  list(items, shown, none) {
    const way = this.tab === "follows" ? html`<a role="button" href="#/creators">${t("find_creators")}</a>` : ["friends", "out"].includes(this.tab)
      ? html`<button class="quiet" @click=${() => this.choose("meet")}>${t("suggestions")}</button>`
      : html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`;
    const on = this.tab === "follows" && items.length ? html`<p><a role="button" class="quiet" href="#/creators">${t("find_creators")}</a></p>` : nothing;
    return html`${on}<ul class="people">${repeat(items, (item) => item.id ?? item.user_id, shown)}</ul>
      ${this.rest(empty(t(none), way))}`;
  }

  finder() {
    const seek = async (event) => {
      event.preventDefault();
      const handle = new FormData(event.target).get("handle").trim();
      await this.act("seek", async () => {
        this.match = await orNull(get("/v1/users", { handle }));
      });
    };
    return html`<form class="finder" role="search" @submit=${seek}>
        <input name="handle" required type="search" autocapitalize="none" spellcheck="false" aria-label=${t("find_by_handle")} placeholder=${t("find_by_handle")}>
        <button aria-busy=${this.busy.has("seek") ? "true" : "false"}>${t("find")}</button>
      </form>
      <div role="status">${this.match === undefined ? nothing : this.match === null ? html`<p class="small">${t("nobody_found")}</p>` : html`<ul class="people">${this.stranger(this.match)}</ul>`}</div>`;
  }

  person({ id, display_name: name }, about, actions, at = `#/person/${encodeURIComponent(id)}`) {
    return html`<li class="person">${face(id, name)}
      <div class="who"><b>${at ? html`<a href=${at}>${name}</a>` : name}</b><span>${about}</span></div>
      <div class="row">${actions}</div></li>`;
  }

  friend(friend) {
    return this.person(friend, t("friend_line", { level: friend.level, since: ago(friend.since) }), nothing);
  }

  stranger(user) {
    const { viewer } = user;
    const ask = () =>
      this.act(user.id, async () => {
        const request = await post("/v1/friend-requests", { to: user.id }, { key: newKey() });
        this.match = { ...user, viewer: { ...viewer, requested: "out", friend: request.state === "accepted" } };
        say(request.state === "accepted" ? t("friends_now") : t("asked_now"));
      });
    const action = viewer.friend || viewer.degree === 0
      ? nothing
      : viewer.requested === "out" ? html`<span class="small">${t("asked_now")}</span>` : html`<button @click=${ask}>${t("ask_friend")}</button>`;
    return this.person(user, viewer.mutual_count ? t("mutual", { count: viewer.mutual_count }) : t("no_mutual"), action);
  }

  request({ id, user, message, at }) {
    const answer = (word, sentence) =>
      this.act(id, async () => {
        await post(`/v1/friend-requests/${encodeURIComponent(id)}/${word}`, undefined, { again: true });
        this.asking = this.asking.filter((each) => each.id !== id);
        say(sentence);
        if (word === "accept") await this.load();
      });
    return this.person(user, html`${message || (user.viewer.mutual_count ? t("mutual", { count: user.viewer.mutual_count }) : ago(at))}`, html`
      <button aria-busy=${this.busy.has(id) ? "true" : "false"} @click=${() => answer("accept", t("friends_now"))}>${t("accept")}</button>
      <button class="quiet" @click=${() => answer("decline", t("declined"))}>${t("decline")}</button>`);
  }

  sent({ id, user, at }) {
    return this.person(user, ago(at), html`<button class="quiet" @click=${() => this.drop(id, `/v1/friend-requests/${encodeURIComponent(id)}`)}>${t("take_back")}</button>`);
  }

  blocked({ user_id: id, display_name, since }) {
    return this.person({ id, display_name }, ago(since), html`<button class="quiet" @click=${() => this.drop(id, `/v1/me/blocks/${encodeURIComponent(id)}`)}>${t("unblock")}</button>`, null);
  }

  followed({ user_id: id, display_name, since }) {
    return this.person({ id, display_name }, ago(since), html`<button class="quiet" @click=${() => this.drop(id, `/v1/me/follows/${encodeURIComponent(id)}`)}>${t("unfollow")}</button>`);
  }

  follower({ user_id: id, display_name, since }) {
    return this.person({ id, display_name }, ago(since), html`<button class="quiet" @click=${() => this.drop(id, `/v1/me/followers/${encodeURIComponent(id)}`)}>${t("remove")}</button>`);
  }

  drop(id, path) {
    return this.act(id, async () => {
      await del(path);
      this.without(id);
    });
  }
}

customElements.define("circle-friends", Friends);
