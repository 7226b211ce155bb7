// My accounts on platforms: linked accounts bring in orders, which earn coupons to share.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { del, get, post } from "../core/api.js";
import { icon } from "../core/icons.js";
import { Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { day, moment, named, t } from "../core/words.js";
import { copy, empty, head } from "../parts/bits.js";
import { sure } from "../parts/dialog.js";

class Accounts extends Screen {
  async load() {
    const [mine, platforms] = await Promise.all([get("/v1/me/platform-accounts"), get("/v1/platforms")]);
    this.mine = mine.items;
    this.platforms = platforms.items;
  }

  view() {
    const linked = new Set(this.mine.map(({ platform }) => platform));
    const rest = this.platforms.filter(({ id }) => !linked.has(id));
    return html`${head(t("accounts_title"))}<p class="small">${t("accounts_why")}</p>
      ${this.code ? this.typing() : nothing}
      ${this.mine.length ? html`<ul class="people">${repeat(this.mine, ({ id }) => id, (account) => this.linked(account))}</ul>` : empty(t("accounts_none"))}
      ${rest.length ? html`<h2>${t("link_more")}</h2><ul class="people">${rest.map((platform) => this.open(platform))}</ul>` : nothing}`;
  }

  linked(account) {
    const end = async () => {
      if (!(await sure(t("unlink_sure"), t("unlink")))) return;
      await this.act(account.id, async () => {
        await del(`/v1/me/platform-accounts/${encodeURIComponent(account.id)}`);
        await this.load();
      });
    };
    return html`<li class="person"><div class="who"><b>${named(account)}</b><span>${t("linked_on", { date: day(account.linked_at) })}</span></div>
      <button class="quiet" aria-busy=${this.busy.has(account.id) ? "true" : "false"} @click=${end}>${t("unlink")}</button></li>`;
  }

  open(platform) {
    const begin = () => this.act(platform.id, async () => {
      this.code = { ...(await post("/v1/me/platform-accounts", { platform: platform.id })), name: named(platform) };
      scrollTo(0, 0);
    });
    return html`<li class="person"><div class="who"><b>${named(platform)}</b></div>
      <button aria-busy=${this.busy.has(platform.id) ? "true" : "false"} @click=${begin}>${t("link")}</button></li>`;
  }

  // The code, shown once. The account is linked when the platform reports the code.
  typing() {
    const { code, name, expires_at: until } = this.code;
    return html`<section class="panel" role="status"><h2>${t("link_at", { platform: name })}</h2>
      <p>${t("link_how", { platform: name })}</p>
      <div class="code-row"><output class="code" aria-label=${t("your_code")}>${code}</output>
        <button class="quiet" @click=${() => copy(code, say)}>${icon("copy")} ${t("copy")}</button></div>
      <p class="small">${t("link_until", { until: moment(until) })}</p>
      <button class="quiet" @click=${() => { this.code = null; this.reload(); }}>${t("link_done")}</button></section>`;
  }
}

customElements.define("circle-accounts", Accounts);
