// Under a share: its public questions, and a form to ask publicly or only the sharer.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, newKey, post } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { t } from "../core/words.js";
import { more } from "./bits.js";
import { menu } from "./menu.js";
import { report } from "./reporting.js";

class Asking extends Screen {
  constructor() {
    super();
    this.keys = { ask: newKey(), write: newKey() };
  }

  get at() {
    return `/v1/shares/${encodeURIComponent(this.share.id)}`;
  }

  async load() {
    const pages = new Pages((cursor) => get(`${this.at}/questions`, { cursor }));
    await pages.more();
    this.pages = pages;
  }

  changed(changes) {
    if (changes.heard && ["question", "answer", null].includes(changes.heard.kind)) this.reload();
    else super.changed(changes);
  }

  view() {
    const { share, pages } = this;
    const own = share.via === "self";
    return html`<h2>${t("questions")}</h2>
      ${pages.items.length
        ? html`<ul class="questions">${repeat(pages.items, ({ id }) => id, (question) => this.question(question, own))}</ul>`
        : html`<p class="small">${own ? t("questions_none_yours") : t("questions_none")}</p>`}
      ${more(pages, this.busy.has("more"), () => this.act("more", () => pages.more()))}
      ${own ? nothing : this.form()}`;
  }

  form() {
    const { share } = this;
    const direct = share.degree === 1 || share.degree === 2;
    const busy = (how) => (this.busy.has(how) ? "true" : "false");
    return html`<form class="sheet" data-draft="ask ${share.id}" @submit=${(event) => this.send(event)}>
      <label>${t("ask_label")}<textarea name="text" rows="2" required maxlength="2000" placeholder=${t("ask_example")}></textarea></label>
      <div class="row"><button value="ask" aria-busy=${busy("ask")}>${t("ask_public")}</button>
        ${direct ? html`<button class="quiet" value="write" aria-busy=${busy("write")}>${t("ask_directly", { name: share.publisher.display_name })}</button>` : nothing}</div>
      <small>${share.degree === 2 ? t("ask_second") : t("ask_unnamed")}</small>
    </form>`;
  }

  question(question, own) {
    const { id, text, answer, mine } = question;
    const drop = () => this.act(id, async () => {
      await del(`/v1/questions/${encodeURIComponent(id)}`);
      this.pages.items = this.pages.items.filter((each) => each.id !== id);
    });
    return html`<li><div class="ask-line"><p><b class="letter" role="img" aria-label=${t("asks")}>${t("q")}</b><span>${text}</span></p>
        ${menu(t("more"), [mine && [t("take_back"), drop], own && !mine && [t("remove"), drop], !mine && [t("report_it"), () => report(this, "question", id)]])}</div>
      ${answer ? html`<p class="answer"><b class="letter" role="img" aria-label=${t("answers")}>${t("a")}</b><span>${answer}</span></p>` : own ? this.answering(id) : html`<p class="small">${t("no_answer_yet")}</p>`}</li>`;
  }

  answering(id) {
    const answer = (event) => {
      event.preventDefault();
      const text = new FormData(event.target).get("text");
      return this.act(id, async () => { await post(`/v1/questions/${encodeURIComponent(id)}/answer`, { text }, { again: true }); say(t("answered")); await this.load(); });
    };
    return html`<form class="writing" @submit=${answer}><textarea name="text" rows="2" required maxlength="2000" aria-label=${t("your_answer")} placeholder=${t("your_answer")}></textarea>
      <button aria-busy=${this.busy.has(id) ? "true" : "false"}>${t("answer")}</button></form>`;
  }

  send(event) {
    event.preventDefault();
    const form = event.target;
    const how = event.submitter?.value ?? "ask";
    const text = new FormData(form).get("text");
    return this.act(how, async () => {
      const key = this.keys[how];
      this.keys[how] = newKey();
      const created = await post(`${this.at}/${how === "ask" ? "questions" : "threads"}`, { text }, { key });
      form.reset();
      say(how === "ask" ? t("asked_public") : t("asked_directly"));
      if (how === "ask") await this.load();
      else location.hash = `#/thread/${encodeURIComponent(created.id)}`;
    });
  }
}

customElements.define("circle-asking", Asking);
