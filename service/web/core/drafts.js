// Drafts: an ended session, a reload or a lost network costs no words. A draft stays in this tab, for this person,
// until it is sent. A form with a draft has a name in `data-draft`.
import { state } from "./state.js";

const at = (form) => `draft ${state.me?.id} ${form.dataset.draft}`;
const restored = new WeakMap();

function store(work) {
  try {
    return work(sessionStorage);
  } catch {
    return null; // without storage there are no drafts, and all else works
  }
}

export const drop = (form) => store((all) => all.removeItem(at(form)));

// Keep the text typed below `root`, and drop the draft of a sent form.
export function watchForms(root) {
  root.addEventListener("input", ({ target }) => {
    const form = state.me && target.closest("form[data-draft]");
    if (form) store((all) => all.setItem(at(form), JSON.stringify(texts(form).map(({ name, value }) => [name, value]))));
  });
  root.addEventListener("reset", ({ target }) => target.dataset.draft && drop(target));
}

// Put the drafts back into the forms just drawn below `root`.
export function bringBack(root) {
  for (const form of state.me ? root.querySelectorAll("form[data-draft]") : []) {
    if (restored.get(form) === at(form)) continue;
    restored.set(form, at(form));
    const begun = new Map(store((all) => JSON.parse(all.getItem(at(form)))) ?? []);
    for (const field of texts(form)) {
      if (!begun.get(field.name) || field.value) continue;
      field.value = begun.get(field.name);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

// Drop all drafts when the person signs out.
export const forget = () => store((all) => Object.keys(all).filter((name) => name.startsWith("draft ")).forEach((name) => all.removeItem(name)));

const texts = (form) => [...form.querySelectorAll("textarea[name], input[name][type='number'], input[name][type='hidden'], input[name]:not([type])")];
