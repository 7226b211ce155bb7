// How a shop did in the latest full month. Each figure covers five people or more and is rounded.
import { html, nothing } from "lit";
import { get, orNull } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { state } from "../core/state.js";
import { number, spoken, t } from "../core/words.js";
import "./chart.js";
import "./console.js";
import { funnel } from "./pictures.js";
import { shopGone, shopHead } from "./shop.js";

const STEPS = { earned: "step_earned", published: "step_published", claimed: "step_claimed", redeemed: "step_redeemed" };
const ZONE = "Asia/Shanghai"; // the service counts months in this zone
const few = (value) => (value === null ? t("too_few") : number(value));
const signed = (value) => `${value > 0 ? "+" : ""}${number(value)}%`;

function month(since) {
  return new Intl.DateTimeFormat(state.language === "zh" ? "zh-CN" : "en-GB", { year: "numeric", month: "long", timeZone: ZONE }).format(new Date(since));
}

class Insight extends Screen {
  async load() {
    this.insight = await orNull(get(`/v1/merchant/shops/${encodeURIComponent(this.params[0])}/insight`));
  }

  view() {
    const { insight } = this;
    if (!insight) return shopGone();
    return html`<div class="console">${shopHead(insight.shop, "insight")}
      <p>${t("insight_month", { month: month(insight.since) })} <span class="small">${t("insight_why")}</span></p>
      ${this.steps()}${this.orders()}${this.notes()}</div>`;
  }

  steps() {
    const steps = this.insight.funnel.map(({ step, count }) => ({ name: spoken(STEPS, step), value: count, text: few(count) }));
    const spokenSteps = steps.map(({ name, text }) => `${name} ${text}`).join(", ");
    return html`<section class="panel"><h2>${t("insight_funnel")}</h2>
      <circle-chart .about=${this.insight} .draw=${(look) => funnel(steps, look)} .label=${spokenSteps} .high=${230}></circle-chart>
      <p class="small">${t("insight_funnel_why")}</p></section>`;
  }

  orders() {
    const { before, month: now, lift_percent: lift } = this.insight.orders;
    return html`<section class="panel"><h2>${t("insight_orders")}</h2><dl class="counts">
      <div><dt>${t("orders_month")}</dt><dd>${few(now)}</dd></div><div><dt>${t("orders_before")}</dt><dd>${few(before)}</dd></div>
      <div><dt>${t("orders_lift")}</dt><dd>${lift === null ? t("too_few") : signed(lift)}</dd></div></dl></section>`;
  }

  notes() {
    const { notes, verdicts } = this.insight;
    const part = (word, value) => html`<li><span>${t(word)}</span><meter min="0" max="100" value=${value} aria-label=${t(word)}></meter><b>${value}%</b></li>`;
    return html`<section class="panel"><h2>${t("insight_notes")}</h2>
      ${notes ? html`<dl class="counts"><div><dt>${t("notes_count")}</dt><dd>${number(notes.count)}</dd></div><div><dt>${t("notes_length")}</dt><dd>${number(notes.length)}</dd></div></dl>
        <ul class="gates">${part("notes_cons", notes.with_cons_percent)}${part("notes_edited", notes.edited_percent)}${verdicts ? part("notes_described", verdicts.as_described_percent) : nothing}</ul>` : html`<p>${t("notes_few")}</p>`}
      ${verdicts ? nothing : html`<p class="small">${t("verdicts_few")}</p>`}</section>`;
  }
}

customElements.define("circle-insight", Insight);
