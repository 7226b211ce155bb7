// Reports and appeals, oldest first, with the acts for each.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { ago, number, spoken, t } from "../core/words.js";
import { empty, tabs } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";
import { shown } from "../parts/photos.js";
import { REASONS } from "../parts/reporting.js";
import { ACTS, THINGS, act, act_of, done, may } from "./acts.js";

const STATES = { shown: "about_shown", hidden: "about_hidden", held: "about_held", withdrawn: "about_withdrawn", removed: "about_removed" };
const OUTCOMES = { acted: "outcome_done", dismissed: "outcome_left" };

const only = (table, names) => Object.fromEntries(names.map((name) => [name, table[name]]));
const ON = only(THINGS, ["share", "user", "message", "question", "wish", "reply"]);
const DEEDS = only(ACTS, ["hold", "remove", "hide", "restore", "suspend", "verify", "unverify"]);

class Reports extends Listing {
  constructor() {
    super();
    this.tab = "open";
  }

  page(cursor) {
    return get("/v1/admin/reports", { cursor, open: this.tab === "open" });
  }

  top() {
    return html`<div class="row between">${this.choice()}<button class="quiet" @click=${() => this.deed()}>${t("deed")}</button></div>`;
  }

  // An act without a report, on a thing named by its id.
  deed() {
    const choose = (name, word, all) => html`<label>${t(word)}<select name=${name} required>${Object.entries(all).map(([value, label]) => html`<option value=${value}>${t(label)}</option>`)}</select></label>`;
    const fields = html`${choose("kind", "deed_kind", ON)}<label>${t("deed_id")}<input name="id" required maxlength="128" autocapitalize="none" spellcheck="false"></label>${choose("action", "deed_act", DEEDS)}`;
    return act(this, t("deed"), "/v1/admin/actions", { more: fields, body: ({ kind, id, action }) => ({ kind, id: id.trim(), action }), sentence: done });
  }

  choice() {
    return tabs([{ key: "open", word: t("reports_open") }, { key: "closed", word: t("reports_closed") }], this.tab, (key) => this.choose(key), t("section_reports"));
  }

  view() {
    return html`${this.top()}<div class="cards narrow">${repeat(this.pages.items, ({ id }) => id, (item) => this.item(item))}</div>
      ${this.rest(empty(this.tab === "open" ? t("reports_none") : t("reports_none_closed")))}`;
  }

  item(item) {
    const { id, kind, category, text, at, outcome, reporter, owner, about, others } = item;
    const who = (person) => html`${person.display_name} <span class="small">@${person.handle}</span>`;
    return html`<article class="card" aria-labelledby="report-${id}"><header><h2 id="report-${id}">${spoken(THINGS, kind)} · ${category === "appeal" ? t("category_appeal") : spoken(REASONS, category)}</h2>
        <span class="mark">${outcome ? spoken(OUTCOMES, outcome) : spoken(STATES, about.state)}</span></header>
      ${about.text ? html`<blockquote>${about.text}${about.answer ? html`<br><b>${about.answer}</b>` : nothing}</blockquote>` : nothing}
      ${shown(about.photos)}
      ${about.action ? html`<p>${t("appeal_against", { act: act_of(about.action) })}</p>` : nothing}
      ${text ? html`<p><span class="small">${t("report_says")}</span> ${text}</p>` : nothing}
      <p class="small">${t("report_by")} ${who(reporter)} · ${ago(at)}${owner ? html` · ${t("report_of")} ${who(owner)}` : nothing}${others ? ` · ${t("report_others", { count: number(others) })}` : nothing}</p>
      ${outcome ? nothing : html`<div class="row">${may(kind, about.state).map((action) => html`<button class="quiet ${["remove", "suspend"].includes(action) ? "danger" : ""}" aria-busy=${this.busy.has(`act ${this.at(id)}`) ? "true" : "false"} @click=${() => this.resolve(id, action)}>${t(ACTS[action])}</button>`)}</div>`}
    </article>`;
  }

  at(id) {
    return `/v1/admin/reports/${encodeURIComponent(id)}/resolve`;
  }

  resolve(id, action) {
    return act(this, t(ACTS[action]), this.at(id), { body: () => ({ action }), sentence: done });
  }
}

customElements.define("circle-admin-reports", Reports);
