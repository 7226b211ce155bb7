// The filters of the circle: one row of choices, the same for the feed and for search.
import { html } from "lit";
import { get } from "../core/api.js";
import { named, t } from "../core/words.js";
import { tabs } from "./bits.js";
import { CATEGORIES } from "./categories.js";

const DISCOUNTS = [1000, 2000, 5000]; // fen
export const ALL = { degree: "", platform: "", category: "", min_discount: "", expiring: "" };
export const narrowed = (filters) => Object.values(filters).some((value) => value !== "");

let platforms = [];
// Load the names of the platforms, once.
export async function meetPlatforms() {
  if (!platforms.length) platforms = (await get("/v1/platforms")).items;
}

// `choose(filters)` gets the filters with one changed.
export function filterBar(filters, choose) {
  const turn = (name, value) => choose({ ...filters, [name]: value });
  const choice = (name, label, options) => html`<select class="chip" aria-label=${label} @change=${(event) => turn(name, event.target.value)}>
    <option value="" ?selected=${filters[name] === ""}>${label}</option>
    ${options.map(([value, word]) => html`<option value=${value} ?selected=${filters[name] === value}>${word}</option>`)}
  </select>`;
  const degrees = [{ key: "", word: t("all") }, { key: "1", word: t("degree_1") }, { key: "2", word: t("degree_2") }];
  return html`<div class="filters">
    ${tabs(degrees, filters.degree, (key) => turn("degree", key), t("degree"))}
    <button type="button" class="chip" aria-pressed=${filters.expiring ? "true" : "false"} @click=${() => turn("expiring", filters.expiring ? "" : "true")}>${t("expiring")}</button>
    ${choice("platform", t("platform"), platforms.map((each) => [each.id, named(each)]))}
    ${choice("category", t("category"), Object.entries(CATEGORIES).map(([id, word]) => [id, t(word)]))}
    ${choice("min_discount", t("min_discount"), DISCOUNTS.map((fen) => [String(fen), t("at_least", { money: `¥${fen / 100}` })]))}
  </div>`;
}
