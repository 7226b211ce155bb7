// Shared by the screens of one shop: its name, the links between them, and fields for money and times.
import { html } from "lit";
import { t } from "../core/words.js";
import { empty } from "../parts/bits.js";
import { back } from "./console.js";

export const STATES = { planned: "program_planned", running: "program_running", ended: "program_ended" };

export function shopHead(shop, here) {
  const way = (at, word) => html`<a href="#/${at}/${encodeURIComponent(shop.id)}" aria-current=${here === at ? "page" : "false"}>${t(word)}</a>`;
  return html`${back("#/merchant", "merchant_title")}<h1>${shop.name}</h1>
    <nav class="sections" aria-label=${shop.name}>${way("program", "program_title")}${way("insight", "insight_title")}</nav>`;
}

export const shopGone = () => empty(t("shop_gone"), html`<a role="button" class="quiet" href="#/merchant">${t("merchant_title")}</a>`);

export const yuan = (fen) => (fen === null || fen === undefined ? "" : String(fen / 100));
export const fen = (text) => (text ? Math.round(Number(text) * 100) : null);

// An instant as the value of a local time field, to the minute; and back. An unchanged field keeps its instant.
export function local(instant) {
  if (!instant) return "";
  const at = new Date(instant);
  return new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
export const instant = (text, had) => (!text ? null : text === local(had) ? had : new Date(text).toISOString());
