// The formula of the ranked circle, the same for everyone.
import { html } from "lit";
import { get } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { state } from "../core/state.js";
import { t } from "../core/words.js";
import { head } from "../parts/bits.js";

class Formula extends Screen {
  async load() {
    this.formula = await get("/v1/circle/formula");
  }

  view() {
    return html`${head(t("formula_title"))}<p>${t("formula_why")}</p>
      <p class="formula">${this.formula.formula}</p>
      <ul class="parts">${this.formula.parts.map((part) => html`<li>${part[state.language]}</li>`)}</ul>
      <a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`;
  }
}

customElements.define("circle-formula", Formula);
