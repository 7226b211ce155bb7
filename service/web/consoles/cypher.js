// Read-only Cypher on the analysts' copy. The answer is a table and, when it has nodes, a graph.
import { html, nothing } from "lit";
import { post } from "../core/api.js";
import { sentence } from "../core/problems.js";
import { Screen } from "../core/screen.js";
import { number, t } from "../core/words.js";
import "./chart.js";
import { back } from "./console.js";
import { graphOf, net } from "./net.js";
import { table } from "./table.js";

const EXAMPLES = [
  ["example_degrees", "MATCH (one:User)\nRETURN COUNT { (one)-[:FRIEND]-() } AS friends, count(*) AS people\nORDER BY friends"],
  ["example_ways", "MATCH (claim:Claim)\nRETURN claim.via AS via, count(*) AS claims, sum(COUNT { (claim)<-[:REDEEMED]-() }) AS used\nORDER BY claims DESC"],
  ["example_hub", "MATCH (hub:User) WITH hub ORDER BY COUNT { (hub)-[:FRIEND]-() } DESC LIMIT 1\nMATCH path = (hub)-[:FRIEND]-(friend)-[:PUBLISHED]->(:Share)\nRETURN path LIMIT 100"],
];
const cellText = (value) => (value === null || value === undefined ? "–" : typeof value === "number" ? number(value) : typeof value === "object" ? JSON.stringify(plain(value)) : String(value));

// A node as its labels and properties, an edge as its type and properties.
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value?.labels) return { [`:${value.labels.join(":")}`]: value.properties };
  if (value?.startNodeElementId) return { [`[:${value.type}]`]: value.properties };
  return value;
}

class Cypher extends Screen {
  constructor() {
    super();
    Object.assign(this, { ready: true, text: EXAMPLES[0][1], given: "", fault: null, result: null });
  }

  view() {
    return html`<div class="console">${back("#/analyst", "analyst_title")}<h1>${t("cypher_title")}</h1>
      <p class="small">${t("cypher_why")}</p>
      <form class="sheet" @submit=${(event) => this.run(event)} @keydown=${(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.run(event)}>
        <div class="row"><span class="small">${t("examples")}</span>${EXAMPLES.map(([word, text]) => html`<button type="button" class="chip" @click=${() => this.set({ text })}>${t(word)}</button>`)}</div>
        <label>${t("cypher_query")}<textarea class="code-text" rows="5" required maxlength="10000" spellcheck="false" autocapitalize="none" .value=${this.text} @input=${(event) => { this.text = event.target.value; }}></textarea></label>
        <label>${t("cypher_parameters")}<input class="code-text" spellcheck="false" placeholder='{"least": 5}' .value=${this.given} @input=${(event) => { this.given = event.target.value; }}></label>
        <div class="row"><button aria-busy=${this.busy.has("run") ? "true" : "false"}>${t("ask_it")}</button><span class="small">${t("cypher_keys")}</span></div>
      </form>
      <div role="alert">${this.fault ? html`<p class="notice">${this.fault}</p>` : nothing}</div>
      ${this.result ? this.answer() : nothing}</div>`;
  }

  run(event) {
    event.preventDefault();
    return this.act("run", async () => {
      this.fault = null;
      try {
        this.result = await post("/v1/explore/cypher", { query: this.text, parameters: this.given.trim() ? JSON.parse(this.given) : {} });
        this.graph = graphOf(this.result.rows);
      } catch (problem) {
        this.set({ result: null, fault: problem instanceof SyntaxError ? t("parameters_wrong") : sentence(problem) });
      }
    });
  }

  answer() {
    const { graph } = this;
    const { columns, rows, truncated, milliseconds } = this.result;
    return html`<section class="panel">
      ${graph.nodes.length > 1 ? html`<circle-chart .about=${this.result} .draw=${(look) => net(graph, look)} .label=${t("net_label", { nodes: number(graph.nodes.length), edges: number(graph.edges.length) })} .high=${500}></circle-chart>
        ${graph.more ? html`<p class="small">${t("net_more", { count: number(graph.nodes.length) })}</p>` : nothing}` : nothing}
      ${truncated ? html`<p class="notice">${t("cypher_truncated")}</p>` : nothing}
      ${rows.length ? table(t("answer_rows"), columns.map((name) => ({ name, label: name })), rows, (row, name) => cellText(row[name])) : html`<p>${t("cypher_nothing")}</p>`}
      <p class="small" role="status">${t("cypher_facts", { rows: number(rows.length), ms: number(milliseconds) })}</p></section>`;
  }
}

customElements.define("circle-cypher", Cypher);
