// The coupon, drawn as a ticket: its discount, its deadline, and the one act for it.
import { html, nothing } from "lit";
import { gives, left, named, soon, t, terms } from "../core/words.js";
import { marked } from "./bits.js";

export function ticket({ terms: given, shop, platform }, facts, action = nothing, marks = {}) {
  return html`<div class="ticket">
    <div class="worth"><strong>${gives(given)}</strong><span>${terms(given)}</span></div>
    <div class="facts">
      <span class="shop">${marked(shop.name, marks.shop)}</span>
      <span class="small">${named(platform)}</span>
      ${facts}
    </div>
    ${action === nothing ? nothing : html`<div class="do">${action}</div>`}
  </div>`;
}

export const expiry = (instant) => html`<span class="small ${soon(instant) ? "urgent" : ""}">${left(instant)}</span>`;
export const stock = ({ remaining, quota }) =>
  html`<span class="small ${remaining <= 1 ? "urgent" : ""}">${t("remaining", { remaining, quota })}</span>`;
