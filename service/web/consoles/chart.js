// A picture drawn by ECharts on a canvas. The page always has the same facts beside it, in words or as a table.
import * as echarts from "echarts";
import { LitElement, html } from "lit";
import { state, watch } from "../core/state.js";

const LIGHT = ["#0b6b53", "#d98200", "#0072b2", "#b4578c", "#2f93c4", "#c24f00", "#7a6f00", "#555555"];
const DARK = ["#6fd0b0", "#f0b74a", "#63b3e6", "#e0a3c6", "#9ad3f2", "#f2a469", "#efe68a", "#bbbbbb"];
const system = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

// The colours and fonts of the page now.
export function look() {
  const style = getComputedStyle(document.documentElement);
  const dark = state.theme === "dark" || (state.theme === "auto" && system.matches);
  const named = Object.fromEntries(["ink", "soft", "line", "sheet", "leaf"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...named, colours: dark ? DARK : LIGHT, font: style.getPropertyValue("--pico-font-family").trim(), narrow: innerWidth < 600 };
}

// Paints again only when `about` or the label changes, not with each update of its screen.
class Chart extends LitElement {
  static properties = { about: { attribute: false }, draw: { attribute: false, hasChanged: () => false }, label: {}, high: { type: Number } };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.unwatch = watch((changes) => "theme" in changes && requestAnimationFrame(() => this.paint()));
    this.paint = this.paint.bind(this);
    system.addEventListener("change", this.paint);
    this.sizes = new ResizeObserver(() => this.chart?.resize());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unwatch();
    system.removeEventListener("change", this.paint);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  render() {
    return html`<div class="chart" role="img" aria-label=${this.label}></div>`;
  }

  updated() {
    const host = this.querySelector(".chart");
    host.style.height = `${this.high ?? 320}px`;
    if (!this.chart) {
      // ECharts clears its host by assigning a text, which the page's trusted types refuse.
      Object.defineProperty(host, "innerHTML", { set: () => host.replaceChildren() });
      this.chart = echarts.init(host, null, { renderer: "canvas" });
      this.sizes.observe(host);
    }
    this.chart.resize();
    this.paint();
  }

  // `draw(look)` gives the option of ECharts.
  paint() {
    if (!this.chart || !this.draw) return;
    const now = look();
    this.chart.setOption({
      animation: !still.matches,
      color: now.colours,
      textStyle: { fontFamily: now.font, color: now.ink },
      tooltip: { renderMode: "richText", confine: true, backgroundColor: now.sheet, borderColor: now.line, textStyle: { color: now.ink, fontSize: 13 } },
      ...this.draw(now),
    }, true);
  }
}

customElements.define("circle-chart", Chart);
