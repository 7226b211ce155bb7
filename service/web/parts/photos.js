// Photos of purchases: shown on cards and on a share, and chosen in the form of a share.
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "../core/api.js";
import { icon } from "../core/icons.js";
import { sentence } from "../core/problems.js";
import { say } from "../core/state.js";
import { t } from "../core/words.js";
import { ask as open } from "./dialog.js";
import { kind } from "./kinds.js";

const MOST = 4;
const WIDEST = 1600; // pixels; the page shrinks larger photos to send less
const SMALL_ENOUGH = 1_000_000; // bytes
const at = (id, size) => `/v1/photos/${encodeURIComponent(id)}?size=${size}`;
const named = (share, place) => t("photo_of", { name: share.publisher.display_name, product: share.product?.name ?? share.shop.name, place: place + 1, count: share.photos.length });

// A photo that can no longer be seen leaves no hole.
const gone = ({ target }) => target.closest(".shot").remove();
const picture = (id, alt, size = "small") => html`<img src=${at(id, size)} alt=${alt} loading="lazy" decoding="async" @error=${gone}>`;

// The first photo of a share in a list.
export function cover(share, link) {
  const { photos } = share;
  if (!photos.length) return nothing;
  return html`<a class="shot" href=${link} tabindex="-1">${picture(photos[0], named(share, 0))}${photos.length > 1 ? html`<span class="small" aria-hidden="true">1 / ${photos.length}</span>` : nothing}</a>`;
}

// All photos side by side; a tap opens one.
export function gallery(share) {
  if (!share.photos.length) return nothing;
  return html`<ul class="shots" aria-label=${t("photos")}>${share.photos.map((id, place) => html`<li>
    <button type="button" class="shot" @click=${() => alone(id, named(share, place))}>${picture(id, named(share, place))}</button></li>`)}</ul>`;
}

const alone = (id, alt) => open(alt, (close) => html`<div class="shot whole-shot">${picture(id, alt, "large")}</div>
  <footer class="row"><button type="button" class="quiet" @click=${() => close(null)}>${t("close")}</button></footer>`);

// The drawing of the category when a share has no photo.
export const emblem = (share) => (share.photos.length ? nothing : kind(share.product?.category));

// The photos of a reported share, for moderators.
export const shown = (ids) => (ids.length ? html`<ul class="shots">${ids.map((id) => html`<li><div class="shot">${picture(id, t("photos"))}</div></li>`)}</ul>` : nothing);

// The ids that the field `photos` of a form holds.
export const idsIn = (text) => text.split(" ").filter(Boolean);

// That field: the ids with spaces between, so that a draft can keep them as text.
class Photos extends LitElement {
  static properties = { ids: { attribute: false }, sending: { state: true } };

  constructor() {
    super();
    this.ids = [];
    this.sending = 0;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.performUpdate(); // a draft comes back as soon as the form is there
  }

  get field() {
    return this.querySelector("[name=photos]");
  }

  hold(ids) {
    this.field.value = ids.join(" ");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async take({ target }) {
    const files = [...target.files].slice(0, MOST - this.ids.length);
    target.value = "";
    this.sending += files.length;
    for (const file of files) {
      try {
        const { id } = await ask("POST", "/v1/photos", { body: await smaller(file), again: true });
        if (!this.ids.includes(id)) this.hold([...this.ids, id]);
      } catch (problem) {
        say(sentence(problem), "bad");
      }
      this.sending -= 1;
    }
  }

  render() {
    const read = ({ target }) => { this.ids = idsIn(target.value); };
    const drop = (id) => this.hold(this.ids.filter((other) => other !== id));
    return html`<input type="hidden" name="photos" .value=${this.ids.join(" ")} @input=${read}>
      <ul class="shots chosen" aria-label=${t("photos")}>
        ${repeat(this.ids, (id) => id, (id, place) => html`<li><div class="shot">${picture(id, t("photo_mine", { place: place + 1 }))}
          <button type="button" class="tool" aria-label=${t("photo_drop", { place: place + 1 })} @click=${() => drop(id)}>${icon("cross")}</button></div></li>`)}
        ${Array.from({ length: this.sending }, () => html`<li><div class="shot bone" role="status" aria-label=${t("loading")}></div></li>`)}
        ${this.ids.length + this.sending < MOST ? html`<li><label class="shot add">${icon("camera")}<span>${t("photo_add")}</span>
          <input type="file" accept="image/jpeg,image/png,image/webp" multiple @change=${(event) => this.take(event)}></label></li>` : nothing}
      </ul>
      <p class="small">${t("photo_why")}</p>`;
  }
}

// A large photo as a smaller JPEG. A file that the browser cannot read is sent as it is, for the service to judge.
async function smaller(file) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  const scale = bitmap ? Math.min(1, WIDEST / Math.max(bitmap.width, bitmap.height)) : 1;
  if (!bitmap || (scale === 1 && file.size < SMALL_ENOUGH)) return file;
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
}

customElements.define("circle-photos", Photos);
