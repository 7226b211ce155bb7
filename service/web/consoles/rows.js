// The rows of pasted text: a JSON array, or CSV with a header (RFC 4180). Throws a SyntaxError for any other text.
export function rows(text, kinds) {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) {
    const json = JSON.parse(trimmed);
    const list = Array.isArray(json) ? json : json.rows;
    if (!Array.isArray(list)) throw new SyntaxError("no rows");
    return list;
  }
  const [header, ...lines] = cells(trimmed);
  if (!header || lines.some((line) => line.length !== header.length)) throw new SyntaxError("not as many cells as columns");
  return lines.map((line) => row(header.map((name) => name.trim()), line, kinds));
}

// `shop.name` is the name inside the shop. Empty cells are left out.
function row(header, line, kinds) {
  const fields = {};
  header.forEach((path, at) => {
    if (line[at] === "") return;
    const [name, inner] = path.split(".");
    if (inner) fields[name] = { ...fields[name], [inner]: line[at] };
    else fields[name] = kinds[name] ? kinds[name](line[at]) : line[at];
  });
  return fields;
}

function cells(text) {
  const lines = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const line = lines.at(-1);
    if (quoted) {
      if (letter !== '"') line[line.length - 1] += letter;
      else if (text[at + 1] === '"') { line[line.length - 1] += '"'; at += 1; }
      else quoted = false;
    } else if (letter === '"' && line.at(-1) === "") quoted = true;
    else if (letter === "," || letter === "\t") line.push("");
    else if (letter === "\n") lines.push([""]);
    else if (letter !== "\r") line[line.length - 1] += letter;
  }
  if (quoted) throw new SyntaxError("a quote that does not end");
  return lines.filter((line) => line.length > 1 || line[0] !== "");
}
