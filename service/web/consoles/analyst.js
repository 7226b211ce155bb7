// The analysts' questions, each with the kind of its picture.
import { html } from "lit";
import { get } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { named, spoken, t } from "../core/words.js";
import { head } from "../parts/bits.js";
import "./console.js";

const PICTURES = { bar: "picture_bar", line: "picture_line", funnel: "picture_funnel", map: "picture_map", table: "picture_table" };

class Analyst extends Screen {
  async load() {
    this.questions = (await get("/v1/explore")).items;
  }

  view() {
    return html`<div class="console">${head(t("analyst_title"), html`<a role="button" class="quiet" href="#/cypher">${t("cypher_title")}</a>`)}
      <p class="small">${t("analyst_why")}</p>
      <ul class="library">${this.questions.map((question) => html`<li><a href="#/question/${question.name}">
        <b>${named({ name_en: question.title_en, name_zh: question.title_zh })}</b><span class="mark">${spoken(PICTURES, question.picture.kind)}</span></a></li>`)}</ul></div>`;
  }
}

customElements.define("circle-analyst", Analyst);
