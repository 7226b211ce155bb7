// Me: my level, the steps to the next one, and links to everything of mine.
import { html, nothing, svg } from "lit";
import { del, get } from "../core/api.js";
import { forget } from "../core/drafts.js";
import { begin, remember } from "../core/guiding.js";
import { Screen } from "../core/screen.js";
import { signedOut, state } from "../core/state.js";
import { day, named, number, t } from "../core/words.js";
import { face } from "../parts/bits.js";

// Links for some roles only: [roles, address, word].
const CONSOLES = [
  [["merchant"], "#/merchant", "merchant_title"],
  [["analyst", "admin"], "#/analyst", "analyst_title"],
  [["admin"], "#/admin", "admin_title"],
];
const AROUND = 2 * Math.PI * 52;

class Me extends Screen {
  async load() {
    [this.level, this.rules] = await Promise.all([get("/v1/me/level"), get("/v1/levels")]);
  }

  view() {
    const { level, next, falls_at: falls } = this.level;
    return html`<header class="whole-head">${face(state.me.id, state.me.display_name, "large")}
        <div class="who"><h1>${state.me.display_name}</h1><span>@${state.me.handle}</span></div></header>
      <section class="panel" aria-labelledby="level-title">
        <div class="level">${this.ring()}
          <div><h2 id="level-title">${named(level)}</h2>
            <p>${next ? t("level_next", { name: named(next) }) : t("level_top")}</p>
            ${falls ? html`<p class="urgent">${t("level_falls", { date: day(falls) })}</p>` : nothing}</div>
        </div>
        ${next ? this.gates() : nothing}
        ${this.level.steps.length ? html`<h3>${t("next_acts")}</h3><ul class="acts">${this.level.steps.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
        <h3>${t("level_gives")}</h3>
        <dl class="counts">
          <div><dt>${t("gives_quota")}</dt><dd>${level.quota}</dd></div>
          <div><dt>${t("gives_sends")}</dt><dd>${level.direct_sends}</dd></div>
          <div><dt>${t("gives_weight")}</dt><dd>${level.draw_weight}</dd></div>
        </dl>
      </section>
      ${this.ladder()}
      <nav class="ways" aria-label=${t("more_of_mine")}>
        <a href="#/ledger">${t("ledger_title")}</a><a href="#/accounts">${t("accounts_title")}</a><a href="#/saved">${t("saved_title")}</a><a href="#/wishes">${t("wishes_title")}</a>
        <a href="#/giveaways">${t("tab_giveaways")}</a><a href="#/safety">${t("safety_title")}</a><a href="#/settings">${t("settings_title")}</a>
        ${CONSOLES.filter(([roles]) => roles.some((role) => state.me.roles.includes(role))).map(([, at, word]) => html`<a href=${at}>${t(word)}</a>`)}
        <button class="way" aria-pressed=${state.guided ? "true" : "false"} @click=${() => this.guide()}>${t("guide_title")}</button>
        <button class="quiet" aria-busy=${this.busy.has("out") ? "true" : "false"} @click=${() => this.out()}>${t("sign_out")}</button>
      </nav>`;
  }

  // The score as a ring: its share of the way to the next level.
  ring() {
    const { score, next, level } = this.level;
    const from = level.score;
    const part = next ? Math.min(1, Math.max(0, (score - from) / (next.score - from))) : 1;
    return html`<svg class="ring" viewBox="0 0 120 120" role="img" aria-label=${t("score_label", { score, of: next ? next.score : score })}>
      <circle class="rail" cx="60" cy="60" r="52"></circle>
      ${svg`<circle class="run" cx="60" cy="60" r="52" transform="rotate(-90 60 60)" stroke-dasharray="${part * AROUND} ${AROUND}"></circle>`}
      <text x="60" y="58" text-anchor="middle" class="big">${number(score)}</text>
      <text x="60" y="80" text-anchor="middle">${next ? `/ ${number(next.score)}` : t("points")}</text>
    </svg>`;
  }

  gates() {
    const { next, buyers, shops, active_days: days } = this.level;
    const gate = (word, has, wants) => (wants ? html`<li><span>${t(word)}</span><meter min="0" max=${wants} value=${Math.min(has, wants)} aria-label=${t(word)}></meter><b>${has} / ${wants}</b></li>` : nothing);
    return html`<ul class="gates">${gate("gate_buyers", buyers, next.buyers)}${gate("gate_shops", shops, next.shops)}${gate("gate_days", days, next.active_days)}</ul>`;
  }

  // Every level as a step of a stair, filled up to mine.
  ladder() {
    const { levels } = this.rules;
    const mine = this.level.level.rank;
    return html`<section class="panel"><h2>${t("all_levels")}</h2><ol class="ladder">
      ${levels.map((each) => html`<li class="rung${each.rank} ${each.rank <= mine ? "held" : ""}" aria-current=${each.rank === mine ? "true" : nothing}>
        <b>${each.rank}</b><span>${named(each)}</span><span class="small">${number(each.score)}</span></li>`)}
    </ol></section>`;
  }

  // The guided tour, from the last step, or from the start.
  guide() {
    return this.act("guide", async () => {
      await begin(state.me.id);
      remember({ shut: false, folded: false });
    });
  }

  out() {
    return this.act("out", async () => {
      await del("/v1/sessions/current");
      forget();
      signedOut();
      location.hash = "#/";
    });
  }
}

customElements.define("circle-me", Me);
