// The work of admins: reports, signals of fraud, giveaways, people, shops, platforms and imports.
import { html } from "lit";
import { get } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { t } from "../core/words.js";
import { head } from "../parts/bits.js";
import "./console.js";

const SECTIONS = {
  reports: ["section_reports", () => import("./reports.js")],
  reviews: ["section_reviews", () => import("./reviews.js")],
  giveaways: ["section_giveaways", () => import("./gifts.js")],
  people: ["section_people", () => import("./people.js")],
  shops: ["section_shops", () => import("./managers.js")],
  platforms: ["section_platforms", () => import("./platforms.js")],
  imports: ["section_imports", () => import("./imports.js")],
  audit: ["section_audit", () => import("./audit.js")],
};

class Admin extends Screen {
  async load() {
    const [wanted, ...params] = this.params;
    this.section = Object.hasOwn(SECTIONS, wanted) ? wanted : "reports";
    await Promise.all([SECTIONS[this.section][1](), get("/v1/admin/reports", { limit: 1 })]); // the second fails when I am no admin
    this.inner = Object.assign(document.createElement(`circle-admin-${this.section}`), { params });
  }

  updated() {
    this.querySelector(".sections [aria-current=page]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }

  view() {
    return html`<div class="console">${head(t("admin_title"))}
      <nav class="sections" aria-label=${t("admin_title")}>${Object.entries(SECTIONS).map(([name, [word]]) => html`
        <a href="#/admin/${name}" aria-current=${name === this.section ? "page" : "false"}>${t(word)}</a>`)}</nav>
      ${this.inner}</div>`;
  }
}

customElements.define("circle-admin", Admin);
