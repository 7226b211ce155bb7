// One conversation about one share.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, newKey, orNull, post } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { moment, t } from "../core/words.js";
import { empty, face } from "../parts/bits.js";
import { fill, sure } from "../parts/dialog.js";
import { menu } from "../parts/menu.js";
import { report } from "../parts/reporting.js";

class Thread extends Screen {
  constructor() {
    super();
    this.key = newKey(); // one key per message, however often the person sends it
  }

  get at() {
    return `/v1/threads/${encodeURIComponent(this.params[0])}`;
  }

  async load() {
    this.thread = await orNull(get(this.at));
    if (!this.thread) return;
    const pages = new Pages((cursor) => get(`${this.at}/messages`, { cursor }));
    await pages.more();
    this.pages = pages;
    if (this.thread.unread) post(`${this.at}/read`, {}, { again: true }).catch(() => {});
  }

  changed(changes) {
    if (changes.heard && ["message", null].includes(changes.heard.kind)) this.reload();
    else super.changed(changes);
  }

  view() {
    const { thread } = this;
    if (!thread) return empty(t("thread_gone"), html`<a role="button" class="quiet" href="#/talk">${t("talk_title")}</a>`);
    const { other, share } = thread;
    return html`<header class="whole-head">${face(other.id, other.display_name, "large")}
        <div class="who"><h1>${other.display_name}</h1><span><a href="#/share/${encodeURIComponent(share.id)}">${share.product ?? share.shop}</a></span></div>
        ${menu(t("more"), [this.muting(), [t("leave_thread"), () => this.leave()], [t("report_person"), () => report(this, "user", other.id)]])}</header>
      ${this.request()}
      ${this.pages.ended ? nothing : html`<button class="quiet wide" @click=${() => this.act("more", () => this.pages.more())}>${t("earlier")}</button>`}
      <ol class="talk" aria-live="polite">${repeat([...this.pages.items].reverse(), ({ id }) => id, (message) => this.said(message))}</ol>
      ${this.helpful()} ${this.writing()}`;
  }

  said({ id, text, mine, at }) {
    const answers = mine && !this.thread.asks && text;
    const acts = [answers && [t("publish_answer"), () => this.publish(id)], !mine && text && [t("report_it"), () => report(this, "message", id)]];
    return html`<li class="said ${mine ? "mine" : ""}"><div><p>${text ?? t("message_hidden")}</p><time datetime=${at}>${moment(at)}</time></div>
      ${acts.some(Boolean) ? menu(t("more"), acts) : nothing}</li>`;
  }

  // A request from a friend of a friend, to accept or decline.
  request() {
    if (this.thread.state !== "requested") return nothing;
    if (this.thread.asks) return html`<p class="notice">${t("request_sent")}</p>`;
    return html`<div class="notice"><p>${t("request_came")}</p><div class="row">
      <button @click=${() => this.turn("accept", t("accepted"))}>${t("accept")}</button>
      <button class="quiet" @click=${() => this.turn("decline", t("declined"), "#/talk")}>${t("decline")}</button></div></div>`;
  }

  helpful() {
    const { asks, helpful_at: noted, state } = this.thread;
    if (!asks || state !== "accepted" || !this.pages.items.some(({ mine }) => !mine)) return nothing;
    return noted
      ? html`<p class="small">${t("helpful_noted")}</p>`
      : html`<div class="row"><button class="chip" @click=${() => this.turn("helpful", t("helpful_noted"))}>${t("helpful")}</button></div>`;
  }

  muting() {
    const { muted } = this.thread;
    return [muted ? t("thread_unmute") : t("thread_mute"), () => this.act("mute", async () => {
      await (muted ? del(`${this.at}/mute`) : post(`${this.at}/mute`, undefined, { again: true }));
      await this.load();
      say(muted ? t("thread_unmuted") : t("thread_muted"));
    })];
  }

  turn(word, sentence, next) {
    return this.act(word, async () => {
      await post(`${this.at}/${word}`, undefined, { again: true });
      say(sentence);
      if (next) location.hash = next;
      else await this.load();
    });
  }

  async leave() {
    if (await sure(t("leave_thread_sure"), t("leave_thread"))) await this.turn("leave", t("left_thread"), "#/talk");
  }

  // Publish an answer of mine under the share, with a question in my own words.
  async publish(message) {
    const key = newKey();
    const fields = await fill(t("publish_answer"), html`<p class="small">${t("publish_answer_why")}</p>
      <label>${t("publish_question")}<textarea name="text" rows="2" required maxlength="2000"></textarea></label>`, t("publish"));
    if (fields && (await this.act("publish", () => post(`${this.at}/publish`, { message, text: fields.text }, { key })))) say(t("published_answer"));
  }

  writing() {
    const { state, asks } = this.thread;
    if (state === "left" || state === "declined" || (state === "requested" && asks)) return nothing;
    return html`<form class="writing" data-draft="thread ${this.thread.id}" @submit=${(event) => this.write(event)}>
      <textarea name="text" rows="2" required maxlength="2000" aria-label=${t("message")} placeholder=${t("message")}></textarea>
      <button aria-busy=${this.busy.has("write") ? "true" : "false"}>${t("send")}</button></form>`;
  }

  write(event) {
    event.preventDefault();
    const form = event.target;
    return this.act("write", async () => {
      await post(`${this.at}/messages`, { text: new FormData(form).get("text") }, { key: this.key }).finally(() => { this.key = newKey(); });
      form.reset();
      await this.load();
    });
  }
}

customElements.define("circle-thread", Thread);
