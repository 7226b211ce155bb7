// An answer in the reader's language: its columns, its values, and the columns to show.
import { state } from "../core/state.js";
import { number } from "../core/words.js";

const large = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export class Telling {
  constructor(question) {
    this.words = question.words_zh;
    this.columns = question.columns.map(({ name }) => name);
  }

  // The word for a name of the question or for a value.
  word(name) {
    if (!Object.hasOwn(this.words, name)) return name;
    return state.language === "zh" ? this.words[name] : name.replaceAll("_", " ");
  }

  label(name) {
    return large(this.word(name));
  }

  value(value) {
    if (value === null) return "–";
    if (typeof value === "number") return number(value);
    return typeof value === "string" ? this.word(value) : String(value);
  }

  // A cell; a reader of Chinese gets its Chinese name where there is one.
  cell(row, column) {
    const chinese = `${column}_zh`;
    return this.value(state.language === "zh" && chinese in row ? row[chinese] : row[column]);
  }

  // The columns, less those that repeat another column in the other language.
  get shown() {
    const own = new Set(this.columns.filter((name) => name.endsWith("_zh")).map((name) => name.slice(0, -3)));
    return this.columns.filter((name) => (state.language === "zh" ? !own.has(name) : !name.endsWith("_zh")));
  }
}
