// Import shops, products, programs and orders, pasted or from a file: all rows or none, with the fault of each row.
import { html, nothing } from "lit";
import { newKey, post } from "../core/api.js";
import { Screen } from "../core/screen.js";
import { say } from "../core/state.js";
import { number, t } from "../core/words.js";
import { tabs } from "../parts/bits.js";
import { faultWords } from "./console.js";
import { rows } from "./rows.js";
import { table } from "./table.js";

const whole = (text) => (/^-?\d+$/.test(text) ? Number(text) : text);
const yes = (text) => ({ true: true, yes: true, 1: true, false: false, no: false, 0: false })[text.toLowerCase()] ?? text;
const several = (text) => text.split(/[;|]/).map((each) => each.trim()).filter(Boolean);
const NUMBERS = Object.fromEntries(["price_fen", "paid_fen", "refunded_fen", "value", "max_off_fen", "min_spend_fen", "quota", "claim_days", "use_days", "monthly_budget"].map((name) => [name, whole]));
const CELLS = { ...NUMBERS, hero_only: yes, restore: yes, gifted: yes, heroes: several };
const KINDS = { shops: "import_shops", products: "import_products", programs: "import_programs", orders: "import_orders" };
// An example of each kind, for a first import.
const EXAMPLES = {
  shops: "platform,external_id,name\ntaobao,tea-house,Tea House",
  products: "platform,external_id,shop,name,category,price_fen\ntaobao,oolong,tea-house,Roasted oolong,tea,8800",
  programs: "id,platform,shop,kind,value,quota,claim_days,use_days,starts_at\ntea-10,taobao,tea-house,percent,10,5,30,14,2026-01-01T00:00:00Z",
  orders: "platform,order_id,external_user_id,shop.external_id,product.external_id,paid_fen,completed_at\ntaobao,T1,buyer-1,tea-house,oolong,8800,2026-01-02T08:00:00Z",
};
const MOST = 1000;

class Imports extends Screen {
  constructor() {
    super();
    Object.assign(this, { kind: "shops", text: "", faults: [], done: null, ready: true, key: newKey() });
  }

  view() {
    const choices = Object.entries(KINDS).map(([key, word]) => ({ key, word: t(word) }));
    return html`<p class="small">${t("imports_why", { most: number(MOST) })}</p>
      ${tabs(choices, this.kind, (kind) => this.set({ kind, faults: [], done: null }), t("section_imports"))}
      <form class="sheet" @submit=${(event) => this.send(event)}>
        <label>${t("rows_paste")}<textarea name="rows" rows="8" required class="code-text" spellcheck="false" placeholder=${EXAMPLES[this.kind]} .value=${this.text} @input=${(event) => this.typed(event.target.value)}></textarea></label>
        <small>${t("rows_columns")} <code>${EXAMPLES[this.kind].split("\n")[0]}</code></small>
        <label>${t("rows_file")}<input type="file" accept=".csv,.tsv,.json,text/csv,application/json" @change=${(event) => this.read(event.target.files[0])}></label>
        <label>${t("reason")}<textarea name="reason" rows="2" required minlength="3" maxlength="500"></textarea></label>
        <div class="row"><button aria-busy=${this.busy.has("import") ? "true" : "false"}>${t("import_now")}</button></div>
      </form>
      <div role="status">${this.done ? html`<p class="reach">${this.done}</p>` : nothing}</div>
      ${this.faults.length ? html`<section class="panel"><p class="notice" role="alert">${t("import_refused", { count: number(this.faults.length) })}</p>
        ${table(t("import_faults"), [{ name: "row", label: t("row") }, { name: "field", label: t("field") }, { name: "fault", label: t("what_is_wrong") }], this.faults, (row, name) => String(row[name] ?? "–"))}</section>` : nothing}`;
  }

  typed(text) {
    Object.assign(this, { text, key: newKey() });
  }

  async read(file) {
    if (file) this.set({ text: await file.text(), key: newKey() });
  }

  send(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get("reason");
    this.set({ faults: [], done: null });
    return this.act("import", async () => {
      let parsed;
      try {
        parsed = rows(this.text, CELLS);
      } catch {
        return say(t("rows_unread"), "bad");
      }
      if (parsed.length < 1 || parsed.length > MOST) return say(t("rows_many", { most: number(MOST), count: number(parsed.length) }), "bad");
      try {
        const { count } = await post(`/v1/admin/${this.kind}`, { reason, rows: parsed }, { key: this.key });
        this.set({ done: t("imported", { count: number(count), what: t(KINDS[this.kind]) }), text: "" });
      } catch (problem) {
        this.set({ faults: this.faultsOf(problem) });
        if (!this.faults.length) throw problem;
        await this.updateComplete;
        this.querySelector(".notice").scrollIntoView({ block: "center" });
      } finally {
        this.key = newKey();
      }
    });
  }

  // `json.rows.3.shop` -> row 4, its shop.
  faultsOf({ fields = {} }) {
    return Object.entries(fields).map(([path, faults]) => {
      const [, row, field] = path.replace(/^json\./, "").match(/^rows\.(\d+)\.?(.*)$/) ?? [null, null, path.replace(/^json\./, "")];
      return { row: row === null ? null : Number(row) + 1, field: field.replace(/\._schema$/, ""), fault: faultWords(faults) };
    });
  }
}

customElements.define("circle-admin-imports", Imports);
