// One question of the analysts: its parameters, and its answer as a picture and as a table.
import { html, nothing } from "lit";
import { get } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { moment, named, number, t } from "../core/words.js";
import { empty } from "../parts/bits.js";
import { CATEGORIES } from "../parts/categories.js";
import "./chart.js";
import { back, fault, faultsOf } from "./console.js";
import { draw, drawn, height } from "./pictures.js";
import { table } from "./table.js";
import { Telling } from "./telling.js";

class Question extends Screen {
  constructor() {
    super();
    this.faults = {};
  }

  async load() {
    const [name, query] = this.params;
    const [library, platforms] = await Promise.all([get("/v1/explore"), get("/v1/platforms")]);
    this.question = library.items.find((question) => question.name === name);
    this.platforms = platforms.items;
    if (!this.question) return;
    this.tell = new Telling(this.question);
    const given = Object.fromEntries(new URLSearchParams(query));
    this.values ??= Object.fromEntries(this.question.parameters.map((parameter) => [parameter.name, given[parameter.name] ?? parameter.default]));
    await this.ask();
  }

  async ask() {
    this.answer = await get(`/v1/explore/${this.question.name}`, this.values);
    this.faults = {};
  }

  view() {
    const { question } = this;
    if (!question) return empty(t("question_gone"), html`<a role="button" class="quiet" href="#/analyst">${t("analyst_title")}</a>`);
    return html`<div class="console">${back("#/analyst", "analyst_title")}
      <h1>${this.title}</h1>${this.form()}${this.answer ? this.answered() : nothing}</div>`;
  }

  get title() {
    return named({ name_en: this.question.title_en, name_zh: this.question.title_zh });
  }

  form() {
    return html`<form class="asking" @submit=${(event) => this.submit(event)}>
      ${this.question.parameters.map((parameter) => this.field(parameter))}
      <button aria-busy=${this.busy.has("ask") ? "true" : "false"}>${t("ask_it")}</button></form>`;
  }

  field({ name, kind, least, most, step }) {
    const value = this.values[name] ?? "";
    const choices = { category: Object.entries(CATEGORIES).map(([id, word]) => [id, t(word)]), platform: this.platforms.map((each) => [each.id, named(each)]) }[name];
    const input = kind === "integer"
      ? html`<input type="number" name=${name} .value=${String(value)} min=${least} max=${most} step=${step} required inputmode="numeric" aria-describedby="fault-${name} hint-${name}">`
      : choices
        ? html`<select name=${name} .value=${value} aria-describedby="fault-${name}"><option value="">${t("all")}</option>${choices.map(([id, word]) => html`<option value=${id} ?selected=${id === value}>${word}</option>`)}</select>`
        : html`<input name=${name} .value=${value} maxlength="128" aria-describedby="fault-${name}">`;
    const hint = kind === "integer" ? t(step > 1 ? "bounds_step" : "bounds", { least: number(least), most: number(most), step }) : "";
    return html`<label>${this.tell.label(name)}${input}<small id="hint-${name}">${hint}</small>${fault(this.faults, name)}</label>`;
  }

  submit(event) {
    event.preventDefault();
    this.values = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim() || null]));
    return this.act("ask", async () => {
      try {
        await this.ask();
        const query = new URLSearchParams(Object.entries(this.values).filter(([, value]) => value !== null));
        history.replaceState(null, "", `#/question/${this.question.name}/${encodeURIComponent(query)}`);
      } catch (problem) {
        this.faults = faultsOf(problem);
        if (!Object.keys(this.faults).length) throw problem;
      }
    });
  }

  answered() {
    const { answer, question, tell } = this;
    const { rows } = answer;
    const facts = html`<p class="small" role="status">${t("answer_facts", { rows: number(rows.length), when: moment(answer.as_of), ms: number(answer.milliseconds) })}</p>`;
    if (!rows.length) return html`${empty(t("answer_none"))}${facts}`;
    const columns = tell.shown.map((name) => ({ name, label: tell.label(name) }));
    return html`<section class="panel">
        ${drawn(question.picture) ? html`<circle-chart .about=${rows} .draw=${(look) => draw(question.picture, rows, tell, look)} .label=${t("chart_label", { title: this.title })} .high=${height(question.picture, rows)}></circle-chart>` : nothing}
        ${answer.truncated ? html`<p class="notice">${t("answer_truncated", { limit: number(answer.parameters.limit) })}</p>` : nothing}
        ${table(t("answer_rows"), columns, rows, (row, name) => tell.cell(row, name))}
        <footer class="row">${facts}<a role="button" class="quiet" href=${this.csv} download="${question.name}.csv">${t("csv_download")}</a></footer>
      </section>`;
  }

  get csv() {
    const filled = Object.entries(this.values).filter(([, value]) => value !== null);
    return `/v1/explore/${this.question.name}?${new URLSearchParams([...filled, ["format", "csv"]])}`;
  }
}

customElements.define("circle-question", Question);
