// A picture drawn by ECharts on a canvas. What it shows is always told beside it in words or as a table.
import * as echarts from "echarts";
import { LitElement, html } from "lit";
import { state, watch } from "../core/state.js";

const LIGHT = ["#0b6b53", "#d98200", "#0072b2", "#b4578c", "#2f93c4", "#c24f00", "#7a6f00", "#555555"];
const DARK = ["#6fd0b0", "#f0b74a", "#63b3e6", "#e0a3c6", "#9ad3f2", "#f2a469", "#efe68a", "#bbbbbb"];
const system = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

// How the page looks now, for those who draw.
export function look() {
  const style = getComputedStyle(document.documentElement);
  const dark = state.theme === "dark" || (state.theme === "auto" && system.matches);
  const named = Object.fromEntries(["ink", "soft", "line", "sheet", "leaf"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...named, colours: dark ? DARK : LIGHT, font: style.getPropertyValue("--pico-font-family").trim(), narrow: innerWidth < 600 };
}

// Painted anew when what it is `about` or its label is another, not whenever its screen is.
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
      // ECharts empties its host by a text, which the page's trusted types refuse.
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
