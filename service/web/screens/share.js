// One share: its note, its publisher, how we are connected, and the coupon.
import { html, nothing } from "lit";
import { get, orNull, patch, post } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { change, say, state } from "../core/state.js";
import { moment, t } from "../core/words.js";
import { empty, face } from "../parts/bits.js";
import { fill, sure } from "../parts/dialog.js";
import "../parts/asking.js";
import { claimButton, note } from "../parts/card.js";
import { hiddenStub, menu, shareMenu } from "../parts/menu.js";
import { howToUse } from "../parts/opening.js";
import { bePlatform } from "../parts/ordering.js";
import { emblem, gallery, idsIn } from "../parts/photos.js";
import { report } from "../parts/reporting.js";
import { send } from "../parts/sending.js";
import { expiry, stock, ticket } from "../parts/ticket.js";
import { path, tie } from "../parts/ties.js";
import { why } from "../parts/why.js";

class Share extends Screen {
  get at() {
    return `/v1/shares/${encodeURIComponent(this.params[0])}`;
  }

  async load() {
    this.share = await orNull(get(this.at));
    if (!this.share) return;
    const { claimed, via } = this.share;
    if (this.keeper) await import("../consoles/reply.js");
    [this.claim, this.trust] = await Promise.all([
      claimed ? get(`/v1/claims/${encodeURIComponent(claimed)}`) : null,
      via === "self" ? null : get(`${this.at}/trust`),
    ]);
    if (this.trust) change({ shown: { ...state.shown, trust: this.share.id } });
  }

  get keeper() {
    return state.me.roles.includes("merchant");
  }

  view() {
    const { share } = this;
    if (!share) return empty(t("share_gone"), html`<a role="button" class="quiet" href="#/">${t("back_to_circle")}</a>`);
    return html`<article class="whole">
      <header class="whole-head">
        ${face(share.publisher.id, share.publisher.display_name, "large")}
        <div class="who"><b>${share.degree === 1 || share.publisher.creator
          ? html`<a href="#/person/${encodeURIComponent(share.publisher.id)}">${share.publisher.display_name}</a>`
          : share.publisher.display_name}</b><span>${tie(share)}</span></div>
        <time datetime=${share.published_at}>${moment(share.published_at)}</time>
        ${shareMenu(this, share, (now) => this.set({ share: now }))}
      </header>
      ${share.hidden ? hiddenStub(this, share, (now) => this.set({ share: now })) : nothing}
      <h1>${emblem(share)}${share.product?.name ?? share.shop.name}</h1>
      ${gallery(share)}
      ${note(share, true)}
      <p class="small">${share.disclosure}</p>
      ${ticket(share, html`<span class="line">${stock(share)}${expiry(share.expires_at)}</span>`, this.doing())}
      <p class="small"><a href="#/shop/${encodeURIComponent(share.shop.id)}">${t("more_of_shop", { shop: share.shop.name })}</a></p>
      ${this.claim ? this.using() : nothing}
      ${share.via === "self" ? this.own() : this.ties()}
      ${share.reply ? this.reply() : nothing}
      ${this.keeper ? html`<circle-reply .share=${share} @replied=${({ detail }) => this.set({ share: { ...this.share, reply: detail } })}></circle-reply>` : nothing}
      <circle-asking .share=${share}></circle-asking>
    </article>`;
  }

  using() {
    const { claim } = this;
    if (!claim.usable) return html`<p class="why">${why(claim.reason)}</p>`;
    return html`<section class="panel"><h2>${t("how_to_use")}</h2>${howToUse(claim)} ${bePlatform(this, claim, () => this.reload())}</section>`;
  }

  // A drawing of how we are connected, and what my circle knows of the share, in the service's sentences.
  ties() {
    return html`<section class="panel"><h2>${t("path_label")}</h2>${path(this.share)}
      ${this.trust.text.length ? html`<ul class="known">${this.trust.text.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p class="small">${t("trust_little")}</p>`}
    </section>`;
  }

  // The reply of the shop.
  reply() {
    const { shop, reply } = this.share;
    return html`<section class="panel reply"><header><h2>${t("reply_of", { shop: shop.name })}</h2>${this.keeper ? nothing : menu(t("more"), [[t("report_it"), () => report(this, "reply", reply.id)]])}</header>
      <p>${reply.text}</p><p class="small">${moment(reply.edited_at ?? reply.at)}${reply.edited_at ? ` · ${t("edited")}` : ""}</p></section>`;
  }

  doing() {
    const { share } = this;
    if (share.via === "self" || share.claimed || share.claimable) return claimButton(this, share, () => this.reload());
    return html`<p class="why">${why(share.reason)}</p>`;
  }

  // Edit the share. Readers see that it was edited, and the service keeps the earlier note.
  async edit() {
    const { note: text, cons, used_for_days: days, photos, version } = this.share;
    const fields = await fill(t("edit"), html`<p class="small">${t("edit_why")}</p>
      <label>${t("note")}<textarea name="note" rows="5" required minlength="20" maxlength="2000" .value=${text}></textarea></label>
      <label>${t("cons_label")}<textarea name="cons" rows="2" maxlength="500" .value=${cons ?? ""}></textarea></label>
      <label>${t("used_for")}<input name="days" type="number" min="0" max="36500" inputmode="numeric" .value=${days ?? ""}></label>
      <circle-photos .ids=${photos}></circle-photos>`, t("save"));
    if (!fields) return;
    const changes = { note: fields.note, cons: fields.cons.trim() || null, used_for_days: fields.days ? Number(fields.days) : null, photos: idsIn(fields.photos) };
    await this.act("edit", async () => {
      await patch(this.at, changes, version);
      say(t("saved"));
      await this.reload();
    });
  }

  own() {
    const withdraw = async () => {
      if (!(await sure(t("withdraw_sure"), t("withdraw")))) return;
      await this.act("withdraw", async () => {
        await post(`${this.at}/withdraw`, undefined, { again: true });
        say(t("withdrawn"));
        location.hash = "#/mine";
      });
    };
    return html`<div class="row"><button class="quiet" @click=${() => send(this, this.share.id)}>${t("send_it")}</button><button class="quiet" @click=${() => this.edit()}>${t("edit")}</button><button class="quiet danger" @click=${withdraw}>${t("withdraw")}</button></div>`;
  }
}

customElements.define("circle-share", Share);
