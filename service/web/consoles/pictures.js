// The pictures of an answer, as options of ECharts. `tell` puts cells into words, `look` has the colours.
const MOST_BARS = 24;
const BAR = 30; // px

const unique = (values) => [...new Set(values)];
const numeric = (rows, column) => rows.every((row) => typeof row[column] === "number");

// The rows by the third column of the picture; one series without a name when it has none.
function series(picture, rows, tell) {
  const parts = new Map();
  const [, , by] = picture.columns;
  for (const row of rows) {
    const name = by ? tell.cell(row, by) : "";
    parts.set(name, [...(parts.get(name) ?? []), row]);
  }
  return parts;
}

// The width of the widest text, in px. ECharts estimates too little for the page's font.
const pen = document.createElement("canvas").getContext("2d");
function width(texts, look, size = 12) {
  pen.font = `${size}px ${look.font}`;
  return Math.ceil(Math.max(0, ...texts.map((text) => pen.measureText(text).width)));
}

const frame = (look) => ({ axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false }, splitLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.soft, fontFamily: look.font, hideOverlap: true }, nameTextStyle: { color: look.soft } });
const legend = (look, names) => (names.length > 1 ? { show: true, top: 0, left: 0, type: "scroll", textStyle: { color: look.ink }, pageTextStyle: { color: look.soft }, pageIconColor: look.leaf } : { show: false });
const grid = (names) => ({ top: names.length > 1 ? 64 : 32, left: 8, right: 24, bottom: 30, containLabel: true });
// Room for the names on the left and the values on the right of the bars.
const between = (names, values, look, size) => ({ left: width(names, look, size) + 12, right: width(values, look, size) + 12, containLabel: false });

function bar(picture, rows, tell, look) {
  const [along, height] = picture.columns;
  const upright = numeric(rows, along);
  const places = unique(rows.map((row) => tell.cell(row, along))).slice(0, MOST_BARS);
  const parts = series(picture, rows, tell);
  const names = [...parts.keys()];
  const shown = (value) => (value === null || value === undefined ? "" : tell.value(value));
  const most = look.narrow ? 110 : 220; // px for a name; a longer one takes two lines
  const kinds = { type: "category", data: places, ...frame(look), inverse: !upright, name: upright ? tell.label(along) : "", nameLocation: "middle", nameGap: 28 };
  if (!upright) {
    kinds.axisLine = { ...kinds.axisLine, onZero: false }; // so that a negative bar does not cover the names
    kinds.axisLabel = { color: look.ink, fontFamily: look.font, interval: 0, width: most, overflow: "break", lineHeight: 14 };
  }
  const values = { type: "value", ...frame(look), splitNumber: look.narrow && !upright ? 2 : 5, name: tell.label(height), nameLocation: upright ? "end" : "middle", nameGap: upright ? 12 : 26 };
  if (upright) values.nameTextStyle = { ...values.nameTextStyle, align: "left" };
  const room = between(places, rows.map((row) => shown(row[height])), look);
  return {
    grid: upright ? grid(names) : { ...grid(names), ...room, left: Math.min(room.left, most + 12), bottom: 48 },
    legend: legend(look, names), tooltip: tooltip(look, "axis"),
    xAxis: upright ? kinds : values, yAxis: upright ? values : kinds,
    series: names.map((name) => {
      const heights = new Map(parts.get(name).map((row) => [tell.cell(row, along), row[height]]));
      return { type: "bar", name: name || tell.label(height), data: places.map((place) => heights.get(place) ?? null), barMaxWidth: 28, labelLayout: { hideOverlap: true },
        label: { show: places.length * names.length <= MOST_BARS, position: upright ? "top" : "right", color: look.ink, formatter: ({ value }) => shown(value) } };
    }),
  };
}

function line(picture, rows, tell, look) {
  const [along, height] = picture.columns;
  const places = unique(rows.map((row) => row[along])).sort((one, other) => (one < other ? -1 : 1));
  const parts = series(picture, rows, tell);
  const names = [...parts.keys()];
  return {
    grid: grid(names), legend: legend(look, names), tooltip: tooltip(look, "axis"),
    xAxis: { type: "category", data: places.map((place) => tell.value(place)), boundaryGap: false, ...frame(look), name: tell.label(along), nameLocation: "middle", nameGap: 28 },
    yAxis: { type: "value", min: 0, ...frame(look), name: tell.label(height), nameTextStyle: { color: look.soft, align: "left" } },
    series: names.map((name) => {
      const heights = new Map(parts.get(name).map((row) => [row[along], row[height]]));
      return { type: "line", name: name || tell.label(height), data: places.map((place) => heights.get(place) ?? null), symbolSize: 6, lineStyle: { width: 2.5 }, connectNulls: true };
    }),
  };
}

// Steps below each other, each a centred bar whose width is its value. A step: {name, value, text}.
export function funnel(steps, look) {
  const most = Math.max(...steps.map(({ value }) => value ?? 0), 1);
  const bars = { type: "bar", stack: "steps", barWidth: "62%", silent: true };
  return {
    tooltip: { show: false }, grid: { top: 0, bottom: 0, ...between(steps.map(({ name }) => name), steps.map(({ text }) => text), look, 14) },
    xAxis: { type: "value", max: most, show: false },
    yAxis: { type: "category", inverse: true, data: steps.map(({ name }) => name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: look.ink, fontSize: 14, fontFamily: look.font } },
    series: [
      { ...bars, itemStyle: { color: "transparent" }, data: steps.map(({ value }) => (most - (value ?? 0)) / 2) },
      { ...bars, itemStyle: { color: look.leaf, borderRadius: 5 }, data: steps.map(({ value }) => value ?? 0),
        label: { show: true, position: "right", color: look.ink, fontSize: 14, formatter: ({ dataIndex }) => steps[dataIndex].text } },
    ],
  };
}

function steps(picture, rows, tell, look) {
  const [step, height] = picture.columns;
  return funnel(rows.map((row) => ({ name: tell.label(row[step]), value: row[height], text: tell.value(row[height]) })), look);
}

// Circles sized by members, lines as wide as the friendships between two circles.
function map(picture, rows, tell, look) {
  const [source, target, weight] = picture.columns;
  const within = new Map(rows.filter((row) => row[source] === row[target]).map((row) => [row[source], row]));
  const members = new Map(rows.map((row) => [row[source], row.members]));
  const ties = rows.filter((row) => row[source] !== row[target]);
  const ends = unique(rows.flatMap((row) => [row[source], row[target]])).sort((one, other) => one - other);
  const [largest, most] = [Math.max(...members.values(), 1), Math.max(...ties.map((row) => row[weight]), 1)];
  const size = look.narrow ? 44 : 64;
  const facts = (end) => [`${tell.label(source)} ${end}`, members.has(end) ? `${tell.label("members")} ${tell.value(members.get(end))}` : "", within.has(end) ? `${tell.label(weight)} ${tell.value(within.get(end)[weight])}` : ""];
  return {
    series: [{ type: "graph", layout: "circular", circular: { rotateLabel: false }, left: "12%", right: "12%", top: "12%", bottom: "12%", roam: false,
      emphasis: { focus: "adjacency" }, label: { show: true, color: look.sheet, fontWeight: "bold", formatter: ({ data }) => data.name },
      tooltip: { formatter: ({ dataType, data }) => (dataType === "edge" ? `${data.source} – ${data.target}: ${tell.value(data.value)}` : facts(Number(data.name)).filter(Boolean).join("\n")) },
      data: ends.map((end) => ({ name: String(end), value: members.get(end) ?? 0, symbolSize: 16 + size * Math.sqrt((members.get(end) ?? 0) / largest), itemStyle: { color: look.leaf, borderColor: look.sheet, borderWidth: 2 } })),
      links: ties.map((row) => ({ source: String(row[source]), target: String(row[target]), value: row[weight],
        lineStyle: { width: 0.5 + (7 * row[weight]) / most, color: look.colours[1], opacity: 0.15 + (0.6 * row[weight]) / most, curveness: 0.12 } })) }],
  };
}

const tooltip = (look, trigger) => ({ trigger, axisPointer: { type: "line", lineStyle: { color: look.soft } }, renderMode: "richText", confine: true, backgroundColor: look.sheet, borderColor: look.line, textStyle: { color: look.ink, fontSize: 13 } });

const KINDS = { bar, line, funnel: steps, map };
export const drawn = (picture) => Object.hasOwn(KINDS, picture.kind);
export const draw = (picture, rows, tell, look) => KINDS[picture.kind](picture, rows, tell, look);

// The height of the picture, in px.
export function height(picture, rows) {
  if (picture.kind === "map") return innerWidth < 600 ? 360 : 460;
  if (picture.kind === "funnel") return 54 * rows.length + 8;
  if (picture.kind !== "bar" || numeric(rows, picture.columns[0])) return 340;
  return 90 + BAR * Math.min(MOST_BARS, rows.length);
}
