// Under a share: the one reply of a shop that I manage; I can change it or withdraw it.
import { html, nothing } from "lit";
import { del, get, newKey, post } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { t } from "../core/words.js";
import { fault, faultsOf } from "./console.js";

class Reply extends Screen {
  constructor() {
    super();
    this.faults = {};
  }

  async load() {
    const shops = await get("/v1/merchant/shops", { limit: 100 });
    this.mine = shops.items.some(({ id }) => id === this.share.shop.id);
  }

  waiting() {
    return nothing;
  }

  view() {
    if (!this.mine) return nothing;
    const { reply, shop } = this.share;
    const busy = (name) => (this.busy.has(name) ? "true" : "false");
    return html`<form class="sheet" @submit=${(event) => this.send(event)}>
      <label>${t("reply_as", { shop: shop.name })}<textarea name="text" rows="2" required minlength="3" maxlength="500" .value=${reply?.text ?? ""} aria-describedby="fault-text"></textarea></label>
      ${fault(this.faults, "text")}<small>${t("reply_why")}</small>
      <div class="row"><button aria-busy=${busy("reply")}>${reply ? t("reply_change") : t("reply_send")}</button>
        ${reply ? html`<button type="button" class="quiet danger" aria-busy=${busy("drop")} @click=${() => this.drop()}>${t("take_back")}</button>` : nothing}</div>
    </form>`;
  }

  get at() {
    return `/v1/merchant/shares/${encodeURIComponent(this.share.id)}/reply`;
  }

  send(event) {
    event.preventDefault();
    const text = new FormData(event.target).get("text");
    return this.act("reply", async () => {
      try {
        const reply = await post(this.at, { text }, { key: newKey() });
        this.faults = {};
        this.show(reply, "reply_said");
      } catch (problem) {
        this.faults = faultsOf(problem);
        if (!this.faults.text) throw problem;
      }
    });
  }

  drop() {
    return this.act("drop", async () => {
      await del(this.at);
      this.show(null, "reply_gone");
    });
  }

  show(reply, word) {
    this.share = { ...this.share, reply };
    this.dispatchEvent(new CustomEvent("replied", { detail: reply }));
    say(t(word));
  }
}

customElements.define("circle-reply", Reply);
