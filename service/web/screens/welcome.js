// Nobody is signed in: try the demo, sign in, or join.
import { html, nothing } from "lit";
import { get, post } from "../core/api.js";
import { sentence } from "../core/problems.js";
import { begin } from "../core/guiding.js";
import { Screen } from "../core/screen.js";
import { keep, signedIn, state } from "../core/state.js";
import { t } from "../core/words.js";
import { face } from "../parts/bits.js";
import { icon } from "../core/icons.js";

const PARTS = {
  newcomer: ["part_newcomer", "part_newcomer_why"],
  sharer: ["part_sharer", "part_sharer_why"],
  hub: ["part_hub", "part_hub_why"],
};

class Welcome extends Screen {
  constructor() {
    super();
    this.guests = [];
    this.joining = false;
    this.fault = "";
    this.handle = keep("handle") ?? "";
  }

  // Below an invite: only the forms, joining first.
  connectedCallback() {
    this.bare = this.hasAttribute("bare");
    this.joining = this.bare;
    super.connectedCallback();
  }

  async load() {
    if (state.demo && !this.bare) this.guests = (await get("/v1/demo")).items;
  }

  // Sign in. Visitors of the demo and new people get the guided tour.
  async enter(handle, password, guided = false) {
    const session = await post("/v1/sessions", { handle, password, cookie: true }, { again: true });
    keep("handle", handle);
    if (guided) await begin(session.person.id).catch(() => {});
    signedIn(session.person);
  }

  // Do the work of a form and show its fault beside it.
  async send(event, work) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    this.set({ fault: "" });
    await this.act("send", () => work(fields).catch((problem) => this.set({ fault: sentence(problem) })));
  }

  async join({ display_name, handle, password }) {
    const account = await post("/v1/accounts", { display_name, handle, password, locale: state.language });
    keep("handle", account.handle);
    this.set({ joined: account.handle, handle: account.handle });
    this.password = password;
  }

  view() {
    return html`<section class="welcome ${this.bare ? "bare" : ""}">
      ${this.bare ? nothing : this.hello()}
      <div class="doors">
        ${state.why === "expired" ? html`<p class="notice" role="status">${t("session_ended")}</p>` : nothing}
        ${this.guests.length && !this.joined ? this.cast() : nothing}
        ${this.joined ? this.welcomed() : this.joining ? this.joinForm() : this.signInForm()}
      </div>
    </section>`;
  }

  hello() {
    return html`<div class="hello">
      <span class="mark-big">${icon("circle")}</span>
      <h1>${t("hello")}</h1>
      <p>${t("hello_why")}</p>
      <ul class="points"><li>${t("point_real")}</li><li>${t("point_circle")}</li><li>${t("point_unpaid")}</li></ul>
    </div>`;
  }

  cast() {
    return html`<h2>${t("be_somebody")}</h2>
      <div class="cast">
        ${this.guests.map(({ handle, display_name: name, part, password }) => html`
          <button class="guest" aria-busy=${this.busy.has(handle) ? "true" : "false"} @click=${() => this.act(handle, () => this.enter(handle, password, true))}>
            ${face(handle, name, "large")}<span><b>${name} · ${t(PARTS[part][0])}</b><span>${t(PARTS[part][1])}</span></span>
          </button>`)}
      </div>
      <h2>${t("or_yourself")}</h2>`;
  }

  signInForm() {
    return html`<form class="sheet" @submit=${(event) => this.send(event, ({ handle, password }) => this.enter(handle, password))}>
      <label>${t("handle")}<input name="handle" required autocomplete="username" autocapitalize="none" spellcheck="false" .value=${this.handle}></label>
      <label>${t("password")}<input name="password" type="password" required autocomplete="current-password"></label>
      ${this.faultLine()}
      <button type="submit" aria-busy=${this.busy.has("send") ? "true" : "false"}>${t("sign_in")}</button>
      <button type="button" class="quiet" @click=${() => this.set({ joining: true, fault: "" })}>${t("no_account")}</button>
    </form>`;
  }

  joinForm() {
    return html`<form class="sheet" @submit=${(event) => this.send(event, (fields) => this.join(fields))}>
      <label>${t("display_name")}<input name="display_name" required maxlength="40" autocomplete="nickname"></label>
      <label>${t("handle_wanted")}<input name="handle" required minlength="2" maxlength="20" pattern="[A-Za-z][A-Za-z0-9_]+" autocapitalize="none" spellcheck="false" aria-describedby="handle-hint">
        <small id="handle-hint">${t("handle_hint")}</small></label>
      <label>${t("password")}<input name="password" type="password" required minlength="8" maxlength="200" autocomplete="new-password" aria-describedby="password-hint">
        <small id="password-hint">${t("password_hint")}</small></label>
      ${this.faultLine()}
      <button type="submit" aria-busy=${this.busy.has("send") ? "true" : "false"}>${t("join")}</button>
      <button type="button" class="quiet" @click=${() => this.set({ joining: false, fault: "" })}>${t("have_account")}</button>
    </form>`;
  }

  welcomed() {
    return html`<div class="sheet">
      <h2>${t("joined")}</h2>
      <p>${t("joined_handle")}</p>
      <p class="code">${this.joined}</p>
      <button @click=${() => this.act("enter", () => this.enter(this.joined, this.password, true))}>${t("go_in")}</button>
    </div>`;
  }

  faultLine() {
    return html`<p class="fault" role="alert">${this.fault}</p>`;
  }
}

customElements.define("circle-welcome", Welcome);
