// The page of an invite link: the inviter, and a button to ask to be friends. New people join first.
import { html } from "lit";
import { get, newKey, orNull, post } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { say, state } from "../core/state.js";
import { t } from "../core/words.js";
import { empty, face } from "../parts/bits.js";
import "./welcome.js";

class Invite extends Screen {
  constructor() {
    super();
    this.key = newKey();
  }

  get at() {
    return `/v1/invites/${encodeURIComponent(this.params[0])}`;
  }

  async load() {
    this.inviter = await orNull(get(this.at));
  }

  view() {
    if (!this.inviter) return empty(t("invite_gone"), html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`);
    const { display_name: name } = this.inviter;
    return html`<div class="empty">${face(name, name, "large")}<h1>${t("invites_you", { name })}</h1><p>${t("invite_why")}</p>
      ${state.known ? this.asking() : html`<p>${t("invite_join", { name })}</p>`}</div>
      ${state.known ? "" : html`<circle-welcome bare></circle-welcome>`}`;
  }

  asking() {
    const accept = () => this.act("accept", async () => {
      const request = await post(`${this.at}/accept`, {}, { key: this.key });
      say(request.state === "accepted" ? t("friends_now") : t("asked_now"));
      location.hash = "#/friends";
    });
    return html`<button aria-busy=${this.busy.has("accept") ? "true" : "false"} @click=${accept}>${t("ask_friend")}</button>`;
  }
}

customElements.define("circle-invite", Invite);
