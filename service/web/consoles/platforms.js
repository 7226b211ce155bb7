// Platforms: their names, the ways to open a coupon there, and the names of the keys that sign their events.
import { html, nothing } from "lit";
import { get } from "../core/api.js";
import { icon } from "../core/icons.js";
import { Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { moment, named, number, t } from "../core/words.js";
import { copy } from "../parts/bits.js";
import { WAYS } from "../parts/opening.js";
import { act } from "./acts.js";

const NAMES = Object.keys(WAYS);

class Platforms extends Screen {
  async load() {
    this.platforms = (await get("/v1/admin/platforms")).items;
  }

  view() {
    return html`<p class="small">${t("platforms_why")}</p>
      <div class="cards">${this.platforms.map((platform) => this.one(platform))}</div>
      <div class="row"><button class="quiet" @click=${() => this.change()}>${t("platform_add")}</button></div>`;
  }

  one(platform) {
    const { id, key_id: key, previous_key_id: previous, previous_until: until, shops, accounts, open_with: ways } = platform;
    const command = `circle platform key ${id} --key-id ${key}`;
    return html`<article class="card"><header><h2>${named(platform)}</h2><span class="small">${id}</span></header>
      <p class="small">${t("platform_counts", { shops: number(shops), accounts: number(accounts) })} · ${ways.join(" · ")}</p>
      <p>${t("key_now")} <b>${key}</b>${previous && until ? html` <span class="small">${t("key_before", { key: previous, until: moment(until) })}</span>` : nothing}</p>
      ${this.rotated === id ? html`<div class="notice"><p>${t("key_once")}</p><div class="code-row"><output class="command">${command}</output><button class="quiet" @click=${() => copy(command, say)}>${icon("copy")} ${t("copy")}</button></div></div>` : nothing}
      <div class="row"><button class="quiet" @click=${() => this.rotate(id, key)}>${t("rotate")}</button><button class="quiet" @click=${() => this.change(platform)}>${t("platform_change")}</button></div></article>`;
  }

  async rotate(id, key) {
    const next = /^v\d+$/.test(key) ? `v${Number(key.slice(1)) + 1}` : "";
    const fields = html`<p class="small">${t("rotate_why")}</p><label>${t("key_name")}<input name="key_id" required maxlength="40" value=${next} autocapitalize="none"></label>`;
    const turned = await act(this, t("rotate"), `/v1/admin/platforms/${encodeURIComponent(id)}/webhook-key`, {
      more: fields, keyed: false, body: ({ key_id }) => ({ key_id }), sentence: ({ key_id }) => t("rotated", { key: key_id }),
    });
    if (turned) this.set({ rotated: id });
  }

  change(had = { id: "", name_zh: "", name_en: "", open_with: ["code"] }) {
    const text = (name, word, value, pattern = nothing) => html`<label>${t(word)}<input name=${name} required maxlength="40" value=${value} pattern=${pattern}></label>`;
    const fields = html`${had.id ? nothing : text("id", "platform_id", "", "[a-z][a-z0-9_]{1,29}")}${text("name_zh", "platform_zh", had.name_zh)}${text("name_en", "platform_en", had.name_en)}
      <fieldset><legend>${t("platform_ways")}</legend><div class="pick">${NAMES.map((way) => html`<label class="option"><input type="checkbox" name=${`way ${way}`} ?checked=${had.open_with.includes(way)}>${way}</label>`)}</div></fieldset>`;
    return act(this, had.id ? t("platform_change") : t("platform_add"), "/v1/admin/platforms", {
      more: fields, sentence: (platform) => t("platform_set", { name: named(platform) }),
      body: (given) => ({ id: had.id || given.id, name_zh: given.name_zh, name_en: given.name_en, open_with: NAMES.filter((way) => given[`way ${way}`]) }),
    });
  }
}

customElements.define("circle-admin-platforms", Platforms);
