// The nodes and edges inside some rows, and their picture.
const MOST = 250; // nodes; a larger graph is only ink

export function graphOf(rows) {
  const nodes = new Map();
  const edges = new Map();
  const look = (value) => {
    if (Array.isArray(value)) value.forEach(look);
    else if (value?.elementId && value.labels) nodes.set(value.elementId, value);
    else if (value?.elementId && value.startNodeElementId) edges.set(value.elementId, value);
    else if (value && typeof value === "object") Object.values(value).forEach(look);
  };
  rows.forEach(look);
  const shown = [...nodes.values()].slice(0, MOST);
  const ids = new Set(shown.map(({ elementId }) => elementId));
  return { nodes: shown, edges: [...edges.values()].filter((edge) => ids.has(edge.startNodeElementId) && ids.has(edge.endNodeElementId)), more: nodes.size > MOST };
}

// Labels for a state or a role: they do not name what the node is.
const MARKS = new Set(["Active", "Live", "Taken", "Creator", "Merchant"]);
const kind = ({ labels }) => labels.find((label) => !MARKS.has(label)) ?? labels[0];

export function net({ nodes, edges }, look) {
  const kinds = [...new Set(nodes.map(kind))];
  const ties = new Map();
  for (const edge of edges) for (const end of [edge.startNodeElementId, edge.endNodeElementId]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const about = ({ properties }) => Object.entries(properties ?? {}).slice(0, 6).map(([name, value]) => `${name} ${value}`).join("\n");
  return {
    legend: { top: 0, left: 0, textStyle: { color: look.ink }, data: kinds },
    series: [{ type: "graph", layout: "force", zoom: look.narrow ? 0.75 : 1, roam: "move", draggable: false, top: 40, bottom: 10, left: 10, right: 10,
      force: { initLayout: "circular", repulsion: 45, edgeLength: [15, 70], gravity: 0.2, layoutAnimation: false },
      emphasis: { focus: "adjacency" }, lineStyle: { color: look.soft, opacity: 0.45, width: 1 }, categories: kinds.map((name) => ({ name })),
      tooltip: { formatter: ({ data }) => data.text },
      data: nodes.map((node) => ({ id: node.elementId, name: node.elementId, category: kinds.indexOf(kind(node)), symbolSize: 8 + 4 * Math.sqrt(ties.get(node.elementId) ?? 0), text: `${node.labels.join(" ")}\n${about(node)}` })),
      links: edges.map((edge) => ({ source: edge.startNodeElementId, target: edge.endNodeElementId, text: `${edge.type}\n${about(edge)}` })) }],
  };
}
