// Sending a share of mine straight to friends.
import { html } from "lit";
import { get, post } from "../core/api.js";
import { say } from "../core/state.js";
import { t } from "../core/words.js";
import { ask } from "./dialog.js";

// Choose friends and send; so many a day as the level allows, all of them or none.
export async function send(screen, share) {
  let friends = [];
  if (!(await screen.act("friends", async () => { friends = (await get("/v1/me/friends", { limit: 100 })).items; }))) return;
  const to = await ask(t("send_title"), (close) => html`<form @submit=${(event) => { event.preventDefault(); close(new FormData(event.target).getAll("to")); }}>
    <div class="pick">${friends.length ? friends.map(({ id, display_name: name }) => html`
      <label class="option"><input type="checkbox" name="to" value=${id}>${name}</label>`) : html`<p>${t("friends_empty")}</p>`}</div>
    <footer class="row"><button type="button" class="quiet" @click=${() => close(null)}>${t("cancel")}</button><button>${t("send")}</button></footer></form>`);
  if (!to?.length) return;
  await screen.act("send", async () => {
    const { sent } = await post(`/v1/shares/${encodeURIComponent(share)}/send`, { to }, { again: true });
    say(sent ? t("sent_now", { count: sent }) : t("sent_before"));
  });
}
