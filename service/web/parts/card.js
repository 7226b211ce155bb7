// A share in the feed.
import { html, nothing } from "lit";
import { put } from "../core/api.js";
import { say } from "../core/state.js";
import { ago, t } from "../core/words.js";
import { face, marked } from "./bits.js";
import { hiddenStub, shareMenu } from "./menu.js";
import { cover, emblem } from "./photos.js";
import { expiry, stock, ticket } from "./ticket.js";
import { tie } from "./ties.js";

// `screen` is the Screen that shows the card; `changed(share)` gets the share after an act. `marks` holds, by
// field, the pieces of a text with the search hits marked.
export function card(screen, share, changed, marks = {}) {
  const at = `#/share/${encodeURIComponent(share.id)}`;
  if (share.gone) return html`<p class="stub" role="status">${t("share_gone")}</p>`;
  if (share.hidden) return hiddenStub(screen, share, changed);
  return html`<article class="card" aria-labelledby="card-${share.id}" data-share=${share.id}>
    <header>
      ${face(share.publisher.id, share.publisher.display_name)}
      <div class="who"><b>${share.publisher.display_name}</b><span>${tie(share)}</span></div>
      <time datetime=${share.published_at}>${ago(share.published_at)}</time>
      ${shareMenu(screen, share, changed)}
    </header>
    <h2 id="card-${share.id}">${emblem(share)}<a href=${at}>${share.product ? marked(share.product.name, marks.product) : marked(share.shop.name, marks.shop)}</a></h2>
    ${cover(share, at)}
    ${note(share, false, marks)}
    ${ticket(share, html`<span class="line">${stock(share)}${expiry(share.expires_at)}</span>`, claimButton(screen, share, changed), marks)}
    ${share.why ? reasons(share.why) : nothing}
  </article>`;
}

// The service's reasons for the place of a ranked share.
const reasons = ({ text }) => html`<details class="reasons"><summary>${t("why_here")}</summary>
  <ul>${text.map((line) => html`<li>${line}</li>`)}</ul><a class="small" href="#/formula">${t("formula_title")}</a></details>`;

// The note and the catch; texts of people are plain text, never markup.
export function note(share, whole = false, marks = {}) {
  return html`<p class="note ${whole ? "" : "clamp"}">${marked(share.note, marks.note)}</p>
    ${share.cons ? html`<p class="cons"><b>${t("cons")}</b> ${marked(share.cons, marks.cons)}</p>` : nothing}
    <p class="marks">
      ${share.ad_label ? html`<span class="mark">${t("ad")}</span>` : nothing}
      <span>${t("bought")}</span>
      ${share.used_for_days ? html`<span>${t("used_days", { days: share.used_for_days })}</span>` : nothing}
      ${share.edited_at ? html`<span>${t("edited")}</span>` : nothing}
    </p>`;
}

export function claimButton(screen, share, changed) {
  if (share.via === "self") return nothing;
  if (share.claimed) return html`<a role="button" class="quiet" href="#/wallet">${t("in_wallet")}</a>`;
  const gone = share.remaining === 0;
  return html`<button ?disabled=${gone} aria-busy=${screen.busy.has(share.id) ? "true" : "false"}
    @click=${() => claim(screen, share, changed)}>${gone ? t("all_taken") : t("claim")}</button>`;
}

// One claim however often the person taps: the service returns the same copy to the same person.
const claim = (screen, share, changed) =>
  screen.act(share.id, async () => {
    const taken = await put(`/v1/shares/${encodeURIComponent(share.id)}/claim`).catch((problem) => {
      if (problem.status === 404) changed({ ...share, gone: true }); // withdrawn or out of sight since the page loaded it
      throw problem;
    });
    changed({ ...share, claimed: taken.id, remaining: taken.remaining });
    say(t("claimed"));
  });
