// My conversations, the one with the latest message first.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { ago, t } from "../core/words.js";
import { empty, face, head, tabs } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";

class Talk extends Listing {
  constructor() {
    super();
    this.state = "";
  }

  page(cursor) {
    return get("/v1/me/threads", { state: this.state, cursor });
  }

  changed(changes) {
    if (changes.heard && ["message", null].includes(changes.heard.kind)) this.reload();
    else super.changed(changes);
  }

  view() {
    const { items } = this.pages;
    const choices = [{ key: "", word: t("all") }, { key: "requested", word: t("requests") }];
    const choose = (state) => { this.set({ state }); this.reload(); };
    return html`${head(t("talk_title"), tabs(choices, this.state, choose, t("talk_title")))}
      <ul class="people">${repeat(items, ({ id }) => id, (thread) => this.thread(thread))}</ul>
      ${this.rest(empty(this.state ? t("requests_none") : t("talk_empty"), html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`))}`;
  }

  thread({ id, other, share, newest, unread, state, asks, newest_at: at }) {
    const about = share.product ?? share.shop;
    const waits = asks ? t("waits_for_them") : t("waits_for_you");
    return html`<li class="person thread ${unread ? "unread" : ""}"><a href="#/thread/${encodeURIComponent(id)}">${face(other.id, other.display_name)}
      <span class="who"><b>${other.display_name}</b><span class="line">${about}</span>
        <span class="last">${newest.mine ? `${t("you")}: ` : nothing}${newest.text ?? t("message_hidden")}</span>
        ${state === "requested" ? html`<span class="mark">${waits}</span>` : nothing}</span>
      <span class="when"><time class="small" datetime=${at}>${ago(at)}</time>
        ${unread ? html`<span class="count" role="img" aria-label=${t("unread", { count: unread })}>${unread}</span>` : nothing}</span></a></li>`;
  }
}

customElements.define("circle-talk", Talk);
