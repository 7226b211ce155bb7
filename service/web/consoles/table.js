// Rows as a table. A table wider than the screen scrolls on its own.
import { html } from "lit";

// `columns`: [{name, label}]; `tell(row, name)` is the text of a cell.
export function table(caption, columns, rows, tell) {
  const numeric = new Set(columns.map(({ name }) => name).filter((name) => rows.length && rows.every((row) => row[name] === null || typeof row[name] === "number")));
  const side = (name) => (numeric.has(name) ? "figure" : "");
  return html`<div class="scrolling" tabindex="0" role="region" aria-label=${caption}><table>
    <caption>${caption}</caption>
    <thead><tr>${columns.map(({ name, label }) => html`<th scope="col" class=${side(name)}>${label}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${columns.map(({ name }) => html`<td class=${side(name)}>${tell(row, name)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
