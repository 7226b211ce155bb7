// My notifications, live, and my settings for them.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get, patch, post } from "../core/api.js";
import { icon } from "../core/icons.js";
import { change, say, state } from "../core/state.js";
import { ago, named, t } from "../core/words.js";
import { empty, head, tabs } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";

// The target of each notification, by its kind or else by the thing it is about, and its icon.
const PLACES = {
  friend_request: "friends", thanks: "mine", friend_purchase: "ledger", xp_matured: "ledger", xp_reversed: "ledger", level_up: "me", level_notice: "me",
  level_down: "me", level_recovered: "me", user: "person/", share: "share/", claim: "wallet", giveaway: "giveaway/", thread: "thread/", action: "safety",
};
const ICONS = { ledger: "star", me: "star", wallet: "wallet", mine: "wish", friends: "friends", "person/": "friends", "share/": "share", "giveaway/": "gift", "thread/": "chat", safety: "shield" };
const TREATED = { accept: "treat_accept", filter: "treat_filter", drop: "treat_drop" };

const placeOf = ({ kind, about }) => PLACES[kind] ?? PLACES[about?.kind] ?? "notifications";

class Notifications extends Listing {
  constructor() {
    super();
    this.tab = "inbox";
  }

  async load() {
    if (!this.ready && this.params[0] === "settings") this.tab = "settings";
    if (this.tab === "settings") {
      this.settings = await get("/v1/me/notification-settings");
      return;
    }
    await super.load();
  }

  async page(cursor) {
    const page = await get("/v1/me/notifications", { filtered: this.tab === "filtered" ? "true" : "", cursor });
    change({ unread: page.unread });
    return { ...page, items: page.items.map((each) => ({ ...each, id: each.key })) };
  }

  changed(changes) {
    if (changes.heard && this.tab !== "settings") this.reload();
    else super.changed(changes);
  }

  choose(tab) {
    this.params = [];
    super.choose(tab);
  }

  top() {
    return head(t("notifications_title"));
  }

  view() {
    const choices = [{ key: "inbox", word: t("inbox") }, { key: "filtered", word: t("filtered") }, { key: "settings", word: t("settings_title") }];
    return html`${head(t("notifications_title"), state.unread && this.tab === "inbox"
        ? html`<button class="quiet" aria-busy=${this.busy.has("all") ? "true" : "false"} @click=${() => this.readAll()}>${t("read_all")}</button>` : nothing)}
      ${tabs(choices, this.tab, (key) => this.choose(key), t("notifications_title"))}
      ${this.tab === "settings" ? this.choices() : this.list()}`;
  }

  list() {
    const { items } = this.pages;
    if (!items.length) return empty(this.tab === "inbox" ? t("inbox_empty") : t("filtered_empty"), this.tab === "inbox"
      ? html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>` : html`<button class="quiet" @click=${() => this.choose("settings")}>${t("settings_title")}</button>`);
    return html`<ul class="people inbox">${repeat(items, ({ key }) => key, (each) => this.line(each))}</ul>${this.rest(nothing)}`;
  }

  line(each) {
    const { read, text, newest_at: at, about } = each;
    const place = placeOf(each);
    return html`<li class="person ${read ? "" : "unread"}"><a href="#/${place.endsWith("/") ? place + encodeURIComponent(about.id) : place}" @click=${() => this.read(each)}>
      <span class="badge">${icon(ICONS[place] ?? "bell")}</span>
      <span class="who"><b>${text}</b><time datetime=${at}>${ago(at)}</time></span>
      ${read ? nothing : html`<span class="point" role="img" aria-label=${t("new")}></span>`}</a></li>`;
  }

  // Mark it read on the way to its target. If that request fails, it stays unread.
  read(each) {
    if (each.read) return;
    each.read = true;
    change({ unread: Math.max(0, state.unread - 1) });
    post("/v1/me/notifications/read", { keys: [each.key] }, { again: true }).catch(() => {});
  }

  readAll() {
    return this.act("all", async () => {
      await post("/v1/me/notifications/read", { before: new Date().toISOString() }, { again: true });
      await this.load();
    });
  }

  alter(changes) {
    return this.act("alter", async () => {
      this.settings = await patch("/v1/me/notification-settings", changes);
      say(t("saved"));
    });
  }

  choices() {
    const { kinds, senders } = this.settings;
    const flip = (kind) => (event) => this.alter({ kinds: { [kind]: event.target.checked } });
    return html`<section class="panel"><h2>${t("notify_of")}</h2><div class="switches">${kinds.map((each) => html`
        <label class="option"><input type="checkbox" role="switch" .checked=${each.on} ?disabled=${!each.can_be_off} @change=${flip(each.kind)}>${named(each)}
          ${each.can_be_off ? nothing : html`<span class="small">${t("always_on")}</span>`}</label>`)}</div></section>
      <section class="panel"><h2>${t("notify_by")}</h2>${senders.map((each) => html`<label>${named(each)}
        <select @change=${(event) => this.alter({ senders: { [each.id]: event.target.value } })}>
          ${Object.entries(TREATED).map(([value, word]) => html`<option value=${value} ?selected=${each.treated === value}>${t(word)}</option>`)}</select></label>`)}</section>`;
  }
}

customElements.define("circle-notifications", Notifications);
