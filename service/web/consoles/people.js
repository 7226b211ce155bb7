// People by handle: their state and roles, and the acts of an admin. Never their friends or purchases.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { state } from "../core/state.js";
import { day, spoken, t } from "../core/words.js";
import { empty, face } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";
import { menu } from "../parts/menu.js";
import { act, done } from "./acts.js";
import { instant } from "./shop.js";

const ROLES = { admin: "role_admin", analyst: "role_analyst", creator: "role_creator", merchant: "role_merchant" };
const STATES = { active: "person_active", deactivated: "person_deactivated", suspended: "person_suspended" };
const GRANTS = [["analyst", "grant_analyst", "revoke_analyst"], ["admin", "grant_admin", "revoke_admin"]];

class People extends Listing {
  page(cursor) {
    this.wanted ??= { handle: this.params[0] ?? "" };
    return get("/v1/admin/users", { cursor, ...this.wanted });
  }

  top() {
    const choice = (name, word, all) => html`<label>${t(word)}<select name=${name}><option value="">${t("all")}</option>${Object.entries(all).map(([value, label]) => html`<option value=${value}>${t(label)}</option>`)}</select></label>`;
    return html`<form class="asking" @submit=${(event) => this.find(event)}>
      <label>${t("handle_begins")}<input name="handle" maxlength="40" autocapitalize="none" .value=${this.params[0] ?? ""}></label>
      ${choice("role", "role", ROLES)}${choice("state", "person_state", STATES)}<button>${t("find")}</button></form>`;
  }

  find(event) {
    event.preventDefault();
    this.wanted = Object.fromEntries(new FormData(event.target));
    return this.act("find", () => this.load());
  }

  view() {
    const { items } = this.pages;
    return html`${this.top()}<div class="people">${repeat(items, ({ id }) => id, (person) => this.person(person))}</div>${this.rest(empty(t("people_none")))}`;
  }

  person(person) {
    const { id, handle, display_name: name, roles, state: standing, level, created_at: since } = person;
    return html`<div class="person">${face(id, name)}<div class="who"><b>${name}</b><span>@${handle} · ${t("level_line", { level })} · ${t("here_since", { date: day(since) })}</span></div>
      <span class="marks">${roles.map((role) => html`<span class="mark">${spoken(ROLES, role)}</span>`)}${standing === "active" ? nothing : html`<span class="mark urgent">${spoken(STATES, standing)}</span>`}</span>
      ${id === state.me.id ? nothing : menu(t("more_acts", { name }), this.acts(person))}</div>`;
  }

  acts({ id, roles, state: standing }) {
    const at = `/v1/admin/users/${encodeURIComponent(id)}`;
    const deed = (action, word) => [t(word), () => act(this, t(word), "/v1/admin/actions", { body: () => ({ kind: "user", id, action }), sentence: done })];
    const role = (name, way, word) => [t(word), () => act(this, t(word), `${at}/roles${way}`, { body: () => ({ role: name }), keyed: false })];
    const span = html`<label>${t("span_since")}<input type="datetime-local" name="since" required></label><label>${t("span_until")}<input type="datetime-local" name="until" required></label>`;
    const lines = (way, word) => [t(word), () => act(this, t(word), `${at}/xp-events/${way}`, { more: span, sentence: done, body: ({ since, until }) => ({ since: instant(since), until: instant(until) }) })];
    return [
      standing === "suspended" ? deed("restore", "person_reinstate") : deed("suspend", "act_suspend"),
      roles.includes("creator") ? deed("unverify", "act_unverify") : deed("verify", "act_verify"),
      ...GRANTS.map(([name, give, take]) => (roles.includes(name) ? role(name, "/remove", take) : role(name, "", give))),
      lines("void", "void_span"), lines("restore", "restore_span"),
    ];
  }
}

customElements.define("circle-admin-people", People);
