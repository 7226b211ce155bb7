// Loads what every console needs first: its words in both languages and its style.
import { html } from "lit";
import { learn, spoken, t } from "../core/words.js";
import { fill } from "../parts/dialog.js";

const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("consoles.css", import.meta.url).href });
const styled = new Promise((done) => { sheet.onload = sheet.onerror = done; });
document.head.append(sheet);
await Promise.all([styled, learn({ en: () => import("../words/console.en.js"), zh: () => import("../words/console.zh.js") })]);

// The link back to the console of a screen.
export const back = (at, word) => html`<p class="back"><a href=${at}>‹ ${t(word)}</a></p>`;

// The service's messages about a field, written for developers, as words for people.
const FAULTS = {
  "Missing data for required field.": "fault_missing", "Not a valid integer.": "fault_integer", "Unknown field.": "fault_unknown", "There is no such thing.": "fault_none",
  "Not a valid aware datetime.": "fault_time", "Field may not be null.": "fault_null", "Not a valid string.": "fault_text", "At most 100 percent.": "fault_percent",
  "Name at least one hero, or leave hero_only out.": "fault_hero", "After starts_at.": "fault_after", "No phone numbers, addresses or links.": "fault_contact",
};
export const faultWords = (faults) => [faults].flat().map((each) => spoken(FAULTS, each)).join(" ");

// These words for each field of a form, by field name.
export const faultsOf = (problem) =>
  Object.fromEntries(Object.entries(problem.fields ?? {}).map(([path, faults]) => [path.replace(/^json\./, "").split(".")[0], faultWords(faults)]));

// Below the input `name`: its fault, announced to screen readers at once.
export const fault = (faults, name) => html`<span class="fault" id="fault-${name}" role="alert">${faults[name] ?? ""}</span>`;

// Ask for the reason of an act and for further `fields`; resolves to the answers, or null.
export const reasoned = (title, yes, fields = null) =>
  fill(title, html`${fields}<label>${t("reason")}<textarea name="reason" rows="3" required minlength="3" maxlength="500"></textarea></label>
    <small>${t("reason_why")}</small>`, yes);
