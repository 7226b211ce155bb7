// One giveaway: my chance before entering, the entry, the result, and a check of the draw in the browser.
import { html, nothing } from "lit";
import { del, get, orNull, put } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { money, number, percent, t } from "../core/words.js";
import { empty } from "../parts/bits.js";
import { sure } from "../parts/dialog.js";
import { status, when } from "../parts/giving.js";

const STEPS = {
  rules: "step_rules", secret: "step_secret", beacon: "step_beacon", entries: "step_entries", weights: "step_weights", seed: "step_seed", winners: "step_winners", mine: "step_mine",
};

class Giveaway extends Screen {
  get at() {
    return `/v1/giveaways/${encodeURIComponent(this.params[0])}`;
  }

  async load() {
    this.gift = await orNull(get(this.at));
  }

  view() {
    const { gift } = this;
    if (!gift) return empty(t("gift_gone"), html`<a role="button" class="quiet" href="#/giveaways">${t("tab_giveaways")}</a>`);
    return html`<article class="whole">
      <header class="whole-head"><h1>${gift.title}</h1><span class="mark">${status(gift)}</span></header>
      <p>${gift.prize}</p>
      <p class="small">${t("prizes", { count: gift.quantity, worth: money(gift.value_fen, gift.currency) })} · ${t("sponsor", { name: gift.sponsor })} · ${when(gift)} · ${t("entrants", { count: number(gift.entrants) })}</p>
      ${gift.void_reason ? html`<p class="notice">${gift.void_reason}</p>` : nothing}
      ${["open", "scheduled", "closed"].includes(gift.status) ? this.chance() : nothing}
      ${gift.status === "open" && !gift.mine ? this.entering() : nothing}
      ${gift.entry ? this.entry() : nothing} ${gift.status === "drawn" ? this.check() : nothing}
    </article>`;
  }

  chance() {
    const { chance, odds, profile } = this.gift;
    const exact = chance.fraction || chance.at_least_ppm === chance.at_most_ppm;
    const shown = exact ? percent(chance.at_least_ppm) : t("between", { least: percent(chance.at_least_ppm), most: percent(chance.at_most_ppm) });
    return html`<section class="panel"><h2>${t("your_chance")}</h2>
      <p class="worth-big" title=${chance.fraction ?? nothing}>${shown}</p>
      <p class="small">${t("chance_why", { weight: chance.weight, total: number(chance.total_weight) })}</p>
      ${profile === "strict" ? html`<p class="small">${t("all_alike")}</p>` : html`<table><caption>${t("odds_table")}</caption>
        <thead><tr>${odds.map((_, level) => html`<th scope="col">${level}</th>`)}</tr></thead><tbody><tr>${odds.map((weight) => html`<td>${weight}</td>`)}</tr></tbody></table>`}
    </section>`;
  }

  entering() {
    const { gift } = this;
    const enter = () => this.act("enter", async () => { await put(`${this.at}/entry`); say(t("entered_now")); await this.load(); });
    const leave = async () => {
      if (await sure(t("leave_draw_sure"), t("leave_draw"))) await this.act("enter", async () => { await del(`${this.at}/entry`); await this.load(); });
    };
    return html`<div class="row">${gift.entered
      ? html`<button class="quiet" @click=${leave}>${t("leave_draw")}</button>`
      : html`<button aria-busy=${this.busy.has("enter") ? "true" : "false"} @click=${enter}>${t("enter_free")}</button>`}</div>`;
  }

  entry() {
    const { entry, gift } = { entry: this.gift.entry, gift: this.gift };
    const result = entry.left_out ? t("entry_left_out") : entry.won_at ? t("you_won") : entry.place ? t("your_place", { place: entry.place }) : t("entry_noted");
    return html`<section class="panel ${entry.won_at ? "won" : ""}"><h2>${result}</h2>
      <p class="small">${t("entry_why")}</p>
      <dl class="hashes"><dt>${t("pseudonym")}</dt><dd>${entry.pseudonym}</dd><dt>${t("nonce")}</dt><dd>${entry.nonce}</dd><dt>${t("rules_hash")}</dt><dd>${gift.rules_hash}</dd></dl>
    </section>`;
  }

  check() {
    const run = () => this.act("check", async () => {
      if (!crypto.subtle) return say(t("no_webcrypto"), "bad");
      const [{ verify }, draw] = await Promise.all([import("../parts/verify.js"), get(`${this.at}/verify`)]);
      this.steps = await verify(draw, this.gift.entry?.left_out ? null : this.gift.entry);
    });
    return html`<section class="panel"><h2>${t("check_title")}</h2><p class="small">${t("check_why")}</p>
      <button aria-busy=${this.busy.has("check") ? "true" : "false"} @click=${run}>${t("check_now")}</button>
      <div role="status">${this.steps ? html`<ul class="checks">${this.steps.map(({ step, held }) => html`<li class=${held ? "held" : "broken"}><b>${held ? "✓" : "✗"}</b> ${t(STEPS[step])}</li>`)}</ul>
        <p><b>${this.steps.every(({ held }) => held) ? t("check_good") : t("check_bad")}</b></p>` : nothing}</div>
      <p class="small"><a href="/v1/giveaways/replay.py" download>${t("check_script")}</a></p></section>`;
  }
}

customElements.define("circle-giveaway", Giveaway);
