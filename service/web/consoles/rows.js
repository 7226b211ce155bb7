// Rows out of pasted text: a JSON array, or CSV with a header (RFC 4180). Raises a SyntaxError for what is neither.
export function rows(text, kinds) {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) {
    const told = JSON.parse(trimmed);
    const found = Array.isArray(told) ? told : told.rows;
    if (!Array.isArray(found)) throw new SyntaxError("no rows");
    return found;
  }
  const [header, ...lines] = cells(trimmed);
  if (!header || lines.some((line) => line.length !== header.length)) throw new SyntaxError("not as many cells as columns");
  return lines.map((line) => row(header.map((name) => name.trim()), line, kinds));
}

// `shop.name` is the name within the shop; an empty cell is left out.
function row(header, line, kinds) {
  const made = {};
  header.forEach((path, at) => {
    if (line[at] === "") return;
    const [name, inner] = path.split(".");
    if (inner) made[name] = { ...made[name], [inner]: line[at] };
    else made[name] = kinds[name] ? kinds[name](line[at]) : line[at];
  });
  return made;
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
