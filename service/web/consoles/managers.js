// The managers of a shop, by the shop's id.
import { html, nothing } from "lit";
import { get, orNull } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { t } from "../core/words.js";
import { empty, face } from "../parts/bits.js";
import { act } from "./acts.js";

class Managers extends Screen {
  get at() {
    return `/v1/admin/shops/${encodeURIComponent(this.shop)}/managers`;
  }

  async load() {
    this.shop ??= this.params[0];
    if (!this.shop) return;
    this.managers = (await orNull(get(this.at)))?.items ?? null;
  }

  view() {
    const appoint = html`<label>${t("manager_id")}<input name="user" required maxlength="128" autocapitalize="none"></label>`;
    return html`<p class="small">${t("managers_why")}</p>
      <form class="asking" @submit=${(event) => this.find(event)}><label>${t("shop_id")}<input name="shop" required maxlength="128" autocapitalize="none" .value=${this.shop ?? ""}></label><button>${t("find")}</button></form>
      ${this.shop ? (this.managers ? html`<section class="panel"><header class="row"><h2>${this.shop}</h2><button @click=${() => this.change("appoint", "", ({ user }) => ({ user }), appoint)}>${t("appoint")}</button></header>
        ${this.managers.length ? html`<ul class="suspects">${this.managers.map(({ id, handle, display_name: name }) => html`<li><span class="row">${face(id, name)}<b>${name}</b><span class="small">@${handle}</span></span>
          <button class="quiet danger" @click=${() => this.change("dismiss_manager", "/remove", () => ({ user: id }))}>${t("dismiss_manager")}</button></li>`)}</ul>` : html`<p>${t("managers_none")}</p>`}</section>` : empty(t("shop_none"))) : nothing}`;
  }

  find(event) {
    event.preventDefault();
    this.shop = new FormData(event.target).get("shop").trim();
    return this.act("find", () => this.load());
  }

  change(word, way, body, more = null) {
    return act(this, t(word), `${this.at}${way}`, { body, more, keyed: false });
  }
}

customElements.define("circle-admin-shops", Managers);
