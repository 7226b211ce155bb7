// The audit log: each act with its actor, its subject and its reason. No act removes a line.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { get } from "../core/api.js";
import { moment, number, spoken, t } from "../core/words.js";
import { empty } from "../parts/bits.js";
import { Listing } from "../parts/listing.js";
import { THINGS, act_of } from "./acts.js";

class Audit extends Listing {
  page(cursor) {
    return get("/v1/admin/audit", { cursor });
  }

  view() {
    return html`<ul class="lines">${repeat(this.pages.items, ({ id }) => id, (line) => this.line(line))}</ul>${this.rest(empty(t("audit_none")))}`;
  }

  line({ kind, reason, count, at, by, things, shop, appealed }) {
    const what = [shop?.name, ...things.map((thing) => `${spoken(THINGS, thing.kind)} ${thing.id}`)].filter(Boolean);
    return html`<li><b>${act_of(kind)}${count ? ` · ${number(count)}` : ""}${appealed ? html` <span class="mark">${t("category_appeal")}</span>` : nothing}</b>
      ${reason ? html`<span>${reason}</span>` : nothing}
      <span class="small">${by ? `${by.display_name} @${by.handle}` : t("by_operator")} · ${moment(at)}${what.length ? ` · ${what.join(", ")}` : ""}</span></li>`;
  }
}

customElements.define("circle-admin-audit", Audit);
