// My settings: visibility, appearance, devices, password and data.
import { html, nothing } from "lit";
import { del, get, patch, post } from "../core/api.js";
import { forget } from "../core/drafts.js";
import { Pages, Screen } from "../core/screen.js";
import { say, setTheme, signedOut, state } from "../core/state.js";
import { ago, t } from "../core/words.js";
import { head, more } from "../parts/bits.js";
import { sure } from "../parts/dialog.js";

const BRIDGES = [["named", "bridge_named"], ["counted", "bridge_counted"], ["off", "bridge_off"]];
const THEMES = [["auto", "theme_auto"], ["light", "theme_light"], ["dark", "theme_dark"]];

const BROWSERS = ["MicroMessenger", "Edg", "Firefox", "Chrome", "Safari"];
const SYSTEMS = ["iPhone", "iPad", "Android", "Mac OS X", "Windows", "Linux"];

// A browser in two words; any other client by the name it gives.
function short(device) {
  const browser = BROWSERS.find((name) => device.includes(`${name}/`));
  const system = SYSTEMS.find((name) => device.includes(name));
  return browser && system ? `${browser === "Edg" ? "Edge" : browser} · ${system}` : device;
}

class Settings extends Screen {
  async load() {
    const pages = new Pages((cursor) => get("/v1/sessions", { cursor }));
    const [me] = await Promise.all([get("/v1/me"), pages.more()]);
    this.pages = pages;
    this.me = me;
  }

  alter(changes) {
    return this.act("alter", async () => {
      this.me = await patch("/v1/me", changes, this.me.version);
      state.me = this.me;
      say(t("saved"));
    });
  }

  view() {
    const { me } = this;
    return html`${head(t("settings_title"))}
      <section class="panel"><h2>${t("who_sees_me")}</h2>
        <form class="inline" @submit=${(event) => { event.preventDefault(); this.alter({ display_name: new FormData(event.target).get("name") }); }}>
          <label>${t("display_name")}<input name="name" required maxlength="40" .value=${me.display_name}></label><button>${t("save")}</button></form>
        <fieldset><legend>${t("bridge_title")}</legend>
          ${BRIDGES.map(([value, word]) => this.option("bridge", value, t(word), me.bridge === value, () => this.alter({ bridge: value })))}</fieldset>
        <label class="option"><input type="checkbox" role="switch" .checked=${me.discoverable} @change=${(event) => this.alter({ discoverable: event.target.checked })}>${t("discoverable")}</label>
      </section>
      <section class="panel"><h2>${t("looks")}</h2><fieldset><legend>${t("theme")}</legend>
        ${THEMES.map(([value, word]) => this.option("theme", value, t(word), state.theme === value, () => setTheme(value)))}</fieldset></section>
      <section class="panel"><h2>${t("notifications_title")}</h2><a role="button" class="quiet" href="#/notifications/settings">${t("notify_of")}</a></section>
      <section class="panel"><h2>${t("sessions_title")}</h2><ul class="people">${this.pages.items.map((device) => this.device(device))}</ul>
        ${more(this.pages, this.busy.has("more"), () => this.act("more", () => this.pages.more()))}</section>
      <section class="panel"><h2>${t("password")}</h2><form class="words" @submit=${(event) => this.word(event)}>
        <label>${t("password_old")}<input name="old" type="password" required autocomplete="current-password"></label>
        <label>${t("password_new")}<input name="new" type="password" required minlength="8" maxlength="200" autocomplete="new-password" aria-describedby="password-hint"></label>
        <small id="password-hint">${t("password_change_why")}</small><button aria-busy=${this.busy.has("word") ? "true" : "false"}>${t("password_change")}</button></form></section>
      <section class="panel"><h2>${t("my_data")}</h2>
        <div class="row"><button class="quiet" aria-busy=${this.busy.has("export") ? "true" : "false"} @click=${() => this.takeOut()}>${t("export")}</button>
        <button class="quiet danger" @click=${() => this.leave()}>${t("leave")}</button></div></section>`;
  }

  option(name, value, word, chosen, choose) {
    return html`<label class="option"><input type="radio" name=${name} value=${value} .checked=${chosen} @change=${choose}>${word}</label>`;
  }

  device({ id, device, last_seen_at: seen, current }) {
    const end = () => this.act(id, async () => {
      await del(`/v1/sessions/${encodeURIComponent(id)}`);
      this.pages.items = this.pages.items.filter((each) => each.id !== id);
    });
    return html`<li class="person"><div class="who"><b title=${device}>${short(device)}</b><span>${current ? t("this_device") : t("last_seen", { ago: ago(seen) })}</span></div>
      ${current ? nothing : html`<button class="quiet" @click=${end}>${t("end_session")}</button>`}</li>`;
  }

  word(event) {
    event.preventDefault();
    const form = event.target;
    return this.act("word", async () => {
      await post("/v1/me/password", Object.fromEntries(new FormData(form)));
      form.reset();
      say(t("password_changed"));
      await this.load();
    });
  }

  takeOut() {
    return this.act("export", async () => {
      const data = await post("/v1/me/export", undefined, { again: true });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
      link.download = "shopping-circle.json";
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  async leave() {
    if (!(await sure(t("leave_sure"), t("leave")))) return;
    await this.act("leave", async () => {
      await del("/v1/me");
      forget();
      signedOut();
    });
  }
}

customElements.define("circle-settings", Settings);
