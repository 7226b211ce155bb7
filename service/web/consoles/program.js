// The offer of a shop to sharers: start it, change its terms, heroes and budget, or end it.
import { html, nothing } from "lit";
import { get, orNull, post, put } from "../core/api.js";
import { Pages, Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { moment, money, spoken, t } from "../core/words.js";
import { more } from "../parts/bits.js";
import { sure } from "../parts/dialog.js";
import { fault, faultsOf } from "./console.js";
import { STATES, fen, instant, local, shopGone, shopHead, yuan } from "./shop.js";

const NEW = { kind: "percent", value: 10, max_off_fen: null, min_spend_fen: 0, quota: 5, claim_days: 30, use_days: 14, monthly_budget: null,
  hero_only: false, starts_at: null, ends_at: null, restore: true, gifted: false, heroes: [] };
// Problems about one field: the page shows each beside its field.
const ABOUT = { program_times: "ends_at", no_such_product: "heroes" };

class Program extends Screen {
  get at() {
    return `/v1/merchant/shops/${encodeURIComponent(this.params[0])}`;
  }

  async load() {
    const pages = new Pages((cursor) => get(`${this.at}/products`, { cursor, limit: 100 }));
    const offer = await orNull(get(`${this.at}/program`));
    if (offer) await pages.more();
    this.products = pages;
    this.take(offer);
  }

  // Start again from the offer that the service has stored.
  take(offer) {
    const program = offer?.program ?? null;
    Object.assign(this, { offer, faults: {}, heroes: new Set(program?.heroes), kind: program?.kind ?? NEW.kind, ready: true });
    this.open = program && program.state !== "ended";
    this.had = program ?? NEW;
    this.requestUpdate();
  }

  view() {
    const { offer } = this;
    if (!offer) return shopGone();
    const { program } = offer;
    return html`<div class="console">${shopHead(offer.shop, "program")}
      <section class="panel"><header class="row"><h2>${this.open ? t("program_change") : t("program_begin")}</h2>${program ? html`<span class="mark">${spoken(STATES, program.state)}</span>` : nothing}</header>
        <p class="small">${this.open ? t("program_keeps") : t("program_none")}</p>
        ${this.form()}</section>
      ${this.open ? html`<section class="panel"><h2>${t("program_end")}</h2><p class="small">${t("program_end_why")}</p>
        <div class="row"><button class="quiet danger" aria-busy=${this.busy.has("end") ? "true" : "false"} @click=${() => this.end()}>${t("program_end")}</button></div></section>` : nothing}</div>`;
  }

  form() {
    const { had, faults, kind } = this;
    const running = this.open && had.state === "running";
    const figure = (name, word, value, bounds, hint = "") => html`<label>${t(word)}<input type="number" name=${name} .value=${String(value ?? "")} min=${bounds[0]} max=${bounds[1]} step=${bounds[2] ?? 1}
      ?required=${bounds[3] ?? true} inputmode="decimal" aria-describedby="fault-${name}"><small>${hint}</small>${fault(faults, name)}</label>`;
    const flag = (name, word, why) => html`<label class="option"><input type="checkbox" name=${name} .checked=${had[name]}><span>${t(word)}<small>${t(why)}</small></span></label>`;
    return html`<form class="terms" @submit=${(event) => this.save(event)}>
      <fieldset><legend>${t("program_gives")}</legend><div class="row">
        ${[["percent", "gives_percent"], ["fixed", "gives_fixed"]].map(([value, word]) => html`<label class="option"><input type="radio" name="kind" value=${value} .checked=${kind === value} @change=${() => this.set({ kind: value })}>${t(word)}</label>`)}</div></fieldset>
      <div class="fields">
        ${kind === "percent" ? figure("percent", "program_percent", had.kind === "percent" ? had.value : 10, [1, 100]) : figure("yuan", "program_yuan", had.kind === "fixed" ? yuan(had.value) : 20, [0.01, 100000, 0.01])}
        ${kind === "percent" ? figure("max_off", "program_max_off", yuan(had.max_off_fen), [0, 1e8, 0.01, false], t("empty_none")) : nothing}
        ${figure("min_spend", "program_min_spend", yuan(had.min_spend_fen), [0, 1e8, 0.01])}
        ${figure("quota", "program_quota", had.quota, [1, 1000], t("program_quota_why"))}
        ${figure("claim_days", "program_claim_days", had.claim_days, [1, 365])}
        ${figure("use_days", "program_use_days", had.use_days, [1, 365])}
        ${figure("monthly_budget", "program_budget", had.monthly_budget, [0, 1e6, 1, false], t("program_budget_why"))}
        ${running ? html`<div class="locked"><b>${t("program_starts")}</b><span>${moment(had.starts_at)}</span><small>${t("program_starts_why")}</small></div>`
          : html`<label>${t("program_starts")}<input type="datetime-local" name="starts_at" .value=${local(this.open ? had.starts_at : null)}><small>${t("empty_now")}</small>${fault(faults, "starts_at")}</label>`}
        <label>${t("program_ends")}<input type="datetime-local" name="ends_at" .value=${local(this.open ? had.ends_at : null)} aria-describedby="fault-ends_at"><small>${t("program_ends_why")}</small>${fault(faults, "ends_at")}</label>
      </div>
      ${flag("restore", "program_restore", "program_restore_why")}${flag("gifted", "program_gifted", "program_gifted_why")}
      <fieldset><legend>${t("program_heroes")}</legend><p class="small">${t("program_heroes_why")}</p>
        <div class="heroes">${this.products.items.map(({ id, name, price_fen: price, currency }) => html`<label class="option"><input type="checkbox" .checked=${this.heroes.has(id)} @change=${(event) => this.choose(id, event.target.checked)}>
          <span>${name}<small>${money(price, currency)}</small></span></label>`)}</div>
        ${more(this.products, this.busy.has("more"), () => this.act("more", () => this.products.more()))}
        ${flag("hero_only", "program_hero_only", "program_hero_only_why")}${fault(faults, "heroes")}</fieldset>
      ${faults[""] ? html`<p class="fault" role="alert">${faults[""]}</p>` : nothing}
      <div class="row"><button aria-busy=${this.busy.has("save") ? "true" : "false"}>${this.open ? t("save") : t("program_begin")}</button></div>
    </form>`;
  }

  choose(id, on) {
    this.heroes[on ? "add" : "delete"](id);
    this.requestUpdate();
  }

  bodyOf(form) {
    const fields = new FormData(form);
    const number = (name) => (fields.get(name) ? Number(fields.get(name)) : null);
    const percent = this.kind === "percent";
    return {
      kind: this.kind, value: percent ? number("percent") : fen(fields.get("yuan")), max_off_fen: percent ? fen(fields.get("max_off")) : null,
      min_spend_fen: fen(fields.get("min_spend")) ?? 0, quota: number("quota"), claim_days: number("claim_days"), use_days: number("use_days"),
      monthly_budget: number("monthly_budget"), starts_at: instant(fields.get("starts_at"), this.had.starts_at), ends_at: instant(fields.get("ends_at"), this.had.ends_at),
      hero_only: fields.get("hero_only") === "on", restore: fields.get("restore") === "on", gifted: fields.get("gifted") === "on", heroes: [...this.heroes],
    };
  }

  save(event) {
    event.preventDefault();
    const body = this.bodyOf(event.target);
    return this.act("save", async () => {
      try {
        this.take(await put(`${this.at}/program`, body, this.offer.version));
        say(t("saved"));
      } catch (problem) {
        if (problem.code === "stale_version") return this.anew();
        this.faults = problem.code === "coupons_out" ? { "": problem.message } : ABOUT[problem.code] ? { [ABOUT[problem.code]]: problem.message } : faultsOf(problem);
        if (!Object.keys(this.faults).length) throw problem;
      }
    });
  }

  // Somebody else saved a change while this person was typing.
  async anew() {
    this.take(await get(`${this.at}/program`));
    say(t("program_stale"), "bad");
  }

  async end() {
    if (!(await sure(t("program_end_sure"), t("program_end")))) return;
    await this.act("end", async () => {
      this.take(await post(`${this.at}/program/end`, undefined, { again: true }));
      say(t("program_ended_now"));
    });
  }
}

customElements.define("circle-program", Program);
