// Small pieces that many screens show.
import { html, nothing } from "lit";
import { t } from "../core/words.js";

// A round mark with a person's letter. The colour comes from the id, so it never changes.
export function face(id, name, size = "") {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  const initial = /\p{Script=Han}/u.test(name) ? [...name].at(-1) : ([...name][0] ?? "·").toUpperCase();
  return html`<span class="face hue${sum % 8} ${size}" aria-hidden="true">${initial}</span>`;
}

// A text, or its pieces with the hits marked; pieces are plain text, never markup.
export const marked = (text, pieces) => (pieces ? pieces.map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text)) : text);

export const empty = (text, action = nothing) => html`<div class="empty"><p>${text}</p>${action}</div>`;

export const head = (title, aside = nothing) => html`<div class="head"><h1>${title}</h1>${aside}</div>`;

// Tabs of one screen: [{key, word}], the chosen key, and the handler of a tap.
export function tabs(items, chosen, choose, label) {
  return html`<div class="tabs" role="group" aria-label=${label}>
    ${items.map(
      ({ key, word }) =>
        html`<button type="button" aria-pressed=${chosen === key ? "true" : "false"} @click=${() => choose(key)}>${word}</button>`,
    )}
  </div>`;
}

// "Show more" for a list that loads page by page.
export function more(pages, busy, act) {
  if (pages.ended) return nothing;
  return html`<button class="quiet wide" aria-busy=${busy ? "true" : "false"} @click=${act}>${t("show_more")}</button>`;
}

export async function copy(text, tell) {
  try {
    await navigator.clipboard.writeText(text);
    tell(t("copied"));
  } catch {
    tell(t("copy_yourself"));
  }
}
