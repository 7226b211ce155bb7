// The frame of the page, and inside it the screen that the address names.
import { LitElement, html, nothing } from "lit";
import { get } from "./api.js";
import { watchForms } from "./drafts.js";
import { icon } from "./icons.js";
import { memory } from "./guiding.js";
import { listen } from "./live.js";
import { ROUTES, TABS, WELCOME, place } from "./routes.js";
import { change, say, setTheme, signedIn, signedOut, state, watch } from "./state.js";
import { choose, speak, t } from "./words.js";

class App extends LitElement {
  constructor() {
    super();
    this.screen = null;
    this.route = null;
    this.scrolls = new Map(); // scroll positions of the kept screens
    this.kept = new Map();
  }

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    history.scrollRestoration = "manual";
    await Promise.all([speak(state.language), this.meet()]);
    watch((changes) => this.changed(changes));
    this.lead();
    watchForms(this);
    addEventListener("hashchange", () => this.go());
    addEventListener("click", (event) => this.shut(event.target));
    addEventListener("keydown", (event) => event.key === "Escape" && this.shut());
    await this.go();
    listen();
  }

  // Load the person who was signed in here, if any. Without a network the page opens all the same.
  async meet() {
    if (!state.known) return;
    try {
      signedIn(await get("/v1/me"));
    } catch (problem) {
      if (problem.code !== "offline") signedOut("expired");
    }
  }

  changed(changes) {
    if ("me" in changes) {
      this.kept.clear();
      this.scrolls.clear();
      this.go();
      this.lead();
    }
    if (changes.guided) import("../parts/guide.js");
    if (changes.online && !state.me) this.meet(); // the page opened without a network and can load the person now
    else if ("me" in changes || "online" in changes) listen();
    this.requestUpdate();
  }

  // Show the guided tour when this person has started it and not closed it.
  lead() {
    change({ guided: memory()?.shut === false });
  }

  // A tap elsewhere closes a menu. Escape closes it too and puts the focus back on its button.
  shut(target = null) {
    for (const menu of this.querySelectorAll("details.menu[open]")) {
      if (menu.contains(target)) continue;
      menu.open = false;
      if (!target) menu.querySelector("summary").focus();
    }
  }

  async go() {
    const [name, ...params] = place();
    const named = Object.hasOwn(ROUTES, name) ? ROUTES[name] : ROUTES[""];
    const route = state.known || named.open ? named : WELCOME;
    if (this.screen && this.route?.kept) this.scrolls.set(this.route.tag, scrollY);
    const going = (this.going = {}); // of several taps while a screen loads, the last one wins
    const came = await route.load().then(() => true, () => false);
    if (this.going !== going) return;
    if (!came) return this.absent();
    const screen = this.kept.get(route.tag) ?? document.createElement(route.tag);
    if (route.kept) this.kept.set(route.tag, screen);
    screen.params = params;
    Object.assign(this, { screen, route });
    this.requestUpdate();
    await this.updateComplete;
    await screen.updateComplete;
    scrollTo(0, route.kept ? (this.scrolls.get(route.tag) ?? 0) : 0);
    if (this.moved) this.querySelector("main")?.focus({ preventScroll: true });
    this.moved = true;
  }

  // A console needs the network: without it the person stays on the current screen.
  absent() {
    say(t("problem_offline"), "bad");
    if (!this.route) location.hash = "#/";
  }

  render() {
    if (!this.route) return nothing;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t("skip")}</a>
      ${this.header()} ${state.online ? nothing : html`<p class="offline" role="status">${t("offline_banner")}</p>`}
      <main id="main" tabindex="-1">${this.screen}</main>
      ${state.known ? this.bar() : nothing}
      <div class="low"><div class="toasts" role="status" aria-live="polite">
        ${state.toasts.map((toast) => html`<p class="toast ${toast.kind}">${toast.text}</p>`)}
      </div>${state.guided ? html`<circle-guide></circle-guide>` : nothing}</div>`;
  }

  updated() {
    document.title = state.unread ? `(${state.unread}) ${t("title")}` : t("title");
  }

  header() {
    const dark = state.theme === "dark" || (state.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    return html`<header class="top">
      <a class="brand" href="#/">${icon("circle")}<span>${t("brand")}</span></a>
      <div class="tools">
        ${state.known ? this.ways() : nothing}
        <button class="tool looks" aria-label=${dark ? t("to_light") : t("to_dark")} title=${dark ? t("to_light") : t("to_dark")}
          @click=${() => setTheme(dark ? "light" : "dark")}>${icon(dark ? "sun" : "moon")}</button>
        <button class="tool word" lang=${state.language === "zh" ? "en" : "zh"}
          @click=${() => this.otherLanguage()}>${t("other_language")}</button>
      </div>
    </header>`;
  }

  ways() {
    const way = (tab, name, label, count = 0) => html`<a class="tool" href="#/${tab}" aria-label=${label} title=${label}
      aria-current=${this.route.tab === tab ? "page" : nothing}>${icon(name)}${count ? html`<span class="dot">${count > 99 ? "99+" : count}</span>` : nothing}</a>`;
    const { unread } = state;
    return html`${way("talk", "chat", t("talk_title"))}
      ${way("notifications", "bell", unread ? t("bell_unread", { count: unread }) : t("notifications_title"), unread)}`;
  }

  bar() {
    return html`<nav class="bar" aria-label=${t("main_menu")}>
      ${TABS.map(
        ({ tab, at, icon: name, word, wide }) => html`<a class=${wide ? "wide-only" : ""} href=${at} aria-current=${this.route.tab === tab ? "page" : nothing} @click=${() => this.again(at)}>
          ${icon(name)}${tab === "circle" && state.fresh ? html`<i class="news" role="img" aria-label=${t("fresh", { count: state.fresh })}></i>` : nothing}<span>${t(word)}</span></a>`,
      )}
    </nav>`;
  }

  // A tap on the tab of the current screen scrolls to the top and reloads it.
  again(at) {
    if (`#/${place().join("/")}` !== at) return;
    scrollTo(0, 0);
    this.screen.reload();
  }

  async otherLanguage() {
    await choose(state.language === "zh" ? "en" : "zh");
    // Texts from the service must be read again in the new language.
    this.kept.clear();
    this.screen?.reload?.();
  }

  skip(event) {
    event.preventDefault();
    this.querySelector("main").focus();
  }
}

customElements.define("circle-app", App);
