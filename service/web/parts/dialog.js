// A question on top of the page. `view(close)` draws it below its title. Resolves to the value passed to `close`,
// or null when the person leaves it.
import { html, render } from "lit";
import { t } from "../core/words.js";

export function ask(title, view) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "dialog-title");
  let given = null;
  const close = (value) => { given = value; dialog.close(); };
  render(html`<article><h2 id="dialog-title">${title}</h2>${view(close)}</article>`, dialog);
  document.body.append(dialog);
  dialog.showModal();
  const leave = () => dialog.close();
  addEventListener("hashchange", leave);
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      removeEventListener("hashchange", leave);
      dialog.remove();
      answer(given);
    });
  });
}

// A question with a form; resolves to its fields, or null.
export function fill(title, fields, yes) {
  const submit = (event, close) => {
    event.preventDefault();
    close(Object.fromEntries(new FormData(event.target)));
  };
  return ask(title, (close) => html`<form @submit=${(event) => submit(event, close)}>${fields}
    <footer class="row"><button type="button" class="quiet" @click=${() => close(null)}>${t("cancel")}</button><button>${yes}</button></footer></form>`);
}

// A question before an act that cannot be undone; resolves to true or false.
export async function sure(question, yes) {
  return (await ask(question, (close) => html`<footer class="row"><button type="button" class="quiet" @click=${() => close(null)}>${t("cancel")}</button>
    <button @click=${() => close("yes")}>${yes}</button></footer>`)) === "yes";
}
