// The guided tour, a strip at the foot of the page: the next step, its reason, and the way there.
import { html, nothing } from "lit";
import { newKey, post } from "../core/api.js";
import { icon } from "../core/icons.js";
import { STEPS, begin, memory, remember, whereabouts } from "../core/guiding.js";
import { Screen } from "../core/screen.js";
import { state } from "../core/state.js";
import { day, number, t } from "../core/words.js";

const TITLES = ["guide_look", "guide_claim", "guide_use", "guide_publish", "guide_read"];
const PAUSE = 150; // ms, so that several acts in a row cause one reload

class Guide extends Screen {
  constructor() {
    super();
    this.key = newKey();
  }

  // Two steps ask the person to read something: they are done once a screen has shown it.
  async load() {
    this.at = await whereabouts();
    const { trust, ledger = [] } = state.shown;
    if (this.at.step === 0 && trust) remember({ looked: trust });
    else if (this.at.step === 4 && ledger.includes(this.at.share)) remember({ read: this.at.share });
    else return;
    this.at = await whereabouts();
  }

  // An act or an answer may complete a step. Without a network the tour stays where it is.
  changed(changes) {
    if (changes.acted || changes.heard || changes.shown) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.load().then(() => this.requestUpdate(), () => {}), PAUSE);
    }
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    return this.ready && memory() ? this.view() : nothing;
  }

  view() {
    const { step } = this.at;
    const { folded } = memory();
    const done = step === STEPS.length;
    const fold = () => remember({ folded: !folded });
    return html`<section class="guide" aria-label=${t("guide_title")} @keydown=${(event) => event.key === "Escape" && remember({ folded: true })}>
      <div class="guide-head">
        <ol class="dots" aria-label=${t("guide_steps")}>${TITLES.map((word, place) => html`<li class=${place < step ? "done" : ""} aria-current=${place === step ? "step" : nothing}>
          <span class="unseen">${t(word)}${place < step ? ` ✓` : ""}</span></li>`)}</ol>
        <b role="status" aria-live="polite"><span class="unseen">${t("guide_title")}: </span>${done ? t("guide_done") : t(TITLES[step])}</b>
        <button class="tool" aria-expanded=${folded ? "false" : "true"} aria-label=${folded ? t("guide_unfold") : t("guide_fold")} @click=${fold}>${icon(folded ? "up" : "down")}</button>
        <button class="tool" aria-label=${t("guide_shut")} title=${t("guide_shut")} @click=${() => remember({ shut: true })}>${icon("cross")}</button>
      </div>
      <div id="guide-body" ?hidden=${folded}>${done ? this.end() : this[STEPS[step]]()}</div>
    </section>`;
  }

  // The explanation, and a link unless the person is already there.
  say(why, place = null, word = "guide_go") {
    const there = place === null || location.hash === `#/${place}` || (place === "" && ["", "#"].includes(location.hash));
    return html`<p>${why}</p>${there ? nothing : html`<a role="button" href="#/${place}">${t(word)}</a>`}`;
  }

  look() {
    const { circle, company, share } = this.at;
    if (circle) return this.say(t("guide_look_why"), share ? `share/${encodeURIComponent(share.id)}` : "", "guide_open_one");
    if (company) return this.say(t("guide_company_asks"), "friends");
    if (!state.demo) return this.say(t("guide_alone"), "friends/meet");
    const ask = () => this.act("company", () => post("/v1/demo/company", undefined, { key: this.key }));
    return html`<p>${t("guide_alone_demo")}</p><button aria-busy=${this.busy.has("company") ? "true" : "false"} @click=${ask}>${t("guide_company")}</button>`;
  }

  claim() {
    const { share } = this.at;
    return this.say(t("guide_claim_why"), share ? `share/${encodeURIComponent(share.id)}` : "");
  }

  use() {
    return this.say(t(state.demo ? "guide_use_demo" : "guide_use_why"), `wallet/${encodeURIComponent(this.at.claim.id)}`, "guide_wallet");
  }

  publish() {
    const { coupon } = this.at;
    return coupon ? this.say(t("guide_publish_why"), `publish/${encodeURIComponent(coupon.id)}`) : this.say(t("guide_no_coupon"), "");
  }

  read() {
    const { line, reach } = this.at;
    const seen = t("guide_reach", { friends: reach.friends, circle: reach.via_friends ?? t("a_few") });
    const counts = line?.matures_on ? t("guide_points", { points: number(line.expected ?? line.raw), date: day(line.matures_on) }) : "";
    return this.say(html`${seen} ${counts} ${t("guide_pending")}`, "ledger", "guide_ledger");
  }

  end() {
    const again = () => this.act("again", async () => { await begin(state.me.id, true); await this.load(); });
    return html`<p>${t("guide_end")}</p><div class="row">
      <a role="button" class="quiet" href="#/friends/meet">${t("invite")}</a><a role="button" class="quiet" href="#/wishes">${t("make_wish")}</a>
      <a role="button" class="quiet" href="#/giveaways">${t("tab_giveaways")}</a>
      <button class="quiet" @click=${again}>${t("guide_again")}</button></div>`;
  }
}

customElements.define("circle-guide", Guide);
