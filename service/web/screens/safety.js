// My reports and their outcomes; decisions of moderators about me or my things, and appeals against them.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get, newKey, post } from "../core/api.js";
import { say } from "../core/state.js";
import { day, spoken, t } from "../core/words.js";
import { empty, head, tabs } from "../parts/bits.js";
import { fill } from "../parts/dialog.js";
import { Listing } from "../parts/listing.js";
import { REASONS } from "../parts/reporting.js";

const LISTS = { actions: "/v1/me/actions", reports: "/v1/me/reports" };
const OUTCOMES = { acted: "outcome_acted", dismissed: "outcome_dismissed" };
const ABOUT = { user: "about_user", share: "about_share", message: "about_message", question: "about_question", shop: "about_shop", reply: "about_reply", experience: "about_experience", action: "about_action" };
const DONE = {
  hold: "done_hold", remove: "done_remove", restore: "done_restore", hide: "done_hide", suspend: "done_suspend", void: "done_void",
};

class Safety extends Listing {
  constructor() {
    super();
    this.tab = "actions";
  }

  page(cursor) {
    return get(LISTS[this.tab], { cursor });
  }

  top() {
    return head(t("safety_title"));
  }

  view() {
    const choices = [{ key: "actions", word: t("decisions") }, { key: "reports", word: t("my_reports") }];
    const { items } = this.pages;
    const one = this.tab === "actions" ? (each) => this.action(each) : (each) => this.report(each);
    return html`${this.top()} ${tabs(choices, this.tab, (key) => this.choose(key), t("safety_title"))}
      <div class="cards narrow">${repeat(items, ({ id }) => id, one)}</div>
      ${this.rest(empty(this.tab === "actions" ? t("decisions_none") : t("my_reports_none")))}`;
  }

  report({ kind, category, text, at, outcome }) {
    return html`<article class="card"><header><h2>${spoken(ABOUT, kind)} · ${spoken(REASONS, category)}</h2><span class="mark">${outcome ? spoken(OUTCOMES, outcome) : t("outcome_open")}</span></header>
      ${text ? html`<p>${text}</p>` : nothing}<p class="small">${day(at)}</p></article>`;
  }

  action({ id, kind, reason, at, about, appeal }) {
    return html`<article class="card"><header><h2>${spoken(ABOUT, about.kind)} · ${spoken(DONE, kind.split("_")[0])}</h2><span class="small">${day(at)}</span></header>
      <p>${reason}</p>
      ${about.kind === "share" ? html`<a class="small" href="#/share/${encodeURIComponent(about.id)}">${t("about_share")}</a>` : nothing}
      ${appeal
        ? html`<p class="small">${t("appealed")} · ${appeal.outcome ? spoken(OUTCOMES, appeal.outcome) : t("outcome_open")}</p>`
        : html`<div class="row"><button class="quiet" aria-busy=${this.busy.has(id) ? "true" : "false"} @click=${() => this.appeal(id)}>${t("appeal")}</button></div>`}
    </article>`;
  }

  async appeal(id) {
    const key = newKey();
    const fields = await fill(t("appeal"), html`<label>${t("appeal_why")}<textarea name="text" rows="4" required minlength="3" maxlength="2000"></textarea></label>`, t("send"));
    if (!fields) return;
    await this.act(id, async () => {
      await post(`/v1/actions/${encodeURIComponent(id)}/appeal`, { text: fields.text }, { key });
      say(t("appeal_noted"));
      await this.load();
    });
  }
}

customElements.define("circle-safety", Safety);
