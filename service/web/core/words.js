// All texts of the page come from words/en.js or words/zh.js; this module formats numbers, money and times.
import { change, keep, state } from "./state.js";

const lists = { en: [() => import("../words/en.js")], zh: [() => import("../words/zh.js")] };
let words = {};

export async function speak(language) {
  const read = await Promise.all(lists[language].map((list) => list()));
  words = Object.assign({}, ...read.map((list) => list.default));
  document.documentElement.lang = language;
  change({ language });
}

export async function choose(language) {
  keep("language", language);
  await speak(language);
}

// Add texts that load with their screens; `more` has a list for each language.
export function learn(more) {
  for (const language of Object.keys(lists)) lists[language].push(more[language]);
  return speak(state.language);
}

// The text `key`, its {facts} filled in.
export function t(key, facts = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "–");
}

// The name of a thing in the current language.
export const named = (thing) => (state.language === "zh" ? thing.name_zh : thing.name_en);

// The text for a value of the API; the value itself when the table does not know it.
export const spoken = (table, value) => (table[value] ? t(table[value]) : value);

const cached = new Map();
function format(kind, options) {
  const name = `${state.language} ${kind} ${JSON.stringify(options)}`;
  const locale = state.language === "zh" ? "zh-CN" : "en-GB";
  if (!cached.has(name)) cached.set(name, new Intl[kind](locale, options));
  return cached.get(name);
}

export const money = (fen, currency = "CNY") =>
  currency === "CNY"
    ? `¥${format("NumberFormat", { maximumFractionDigits: fen % 100 ? 2 : 0, minimumFractionDigits: fen % 100 ? 2 : 0 }).format(fen / 100)}`
    : format("NumberFormat", { style: "currency", currency }).format(fen / 100);
export const day = (instant) => format("DateTimeFormat", { dateStyle: "medium" }).format(new Date(instant));
export const moment = (instant) =>
  format("DateTimeFormat", { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));
export const number = (value) => format("NumberFormat", {}).format(value);
export const percent = (ppm) => format("NumberFormat", { style: "percent", maximumSignificantDigits: 3 }).format(ppm / 1e6);

const UNITS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];
// "3 days ago", "in 2 hours".
export function ago(instant, now = Date.now()) {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  return format("RelativeTimeFormat", { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

// The time left: whole days, or hours under two days.
export function left(instant, now = Date.now()) {
  const hours = Math.max(0, Math.floor((new Date(instant).getTime() - now) / 3600000));
  return hours < 48 ? t("hours_left", { hours }) : t("days_left", { days: Math.floor(hours / 24) });
}

export const soon = (instant, now = Date.now()) => new Date(instant).getTime() - now < 48 * 3600000;

// The headline of a coupon: "¥20 off", "9折".
export function gives({ kind, value }) {
  return kind === "fixed" ? t("off_fixed", { money: money(value) }) : t("off_percent", { percent: value, zhe: Number(((100 - value) / 10).toFixed(1)) });
}

// The rest of its terms: the minimum order and the maximum discount.
export function terms({ kind, min_spend_fen: least, max_off_fen: most }) {
  const parts = [least ? t("over", { money: money(least) }) : t("no_minimum")];
  if (kind === "percent" && most) parts.push(t("up_to", { money: money(most) }));
  return parts.join(" · ");
}
