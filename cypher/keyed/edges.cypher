// Every relationship, except at nodes of some labels, in no order.
//
// Each end comes with its labels and the properties that may be its key.
//
// mode: read
// example: {"left_out": ["Session"]}
// returns: type, start, end, properties
MATCH (start)-[edge]->(end)
WHERE none(label IN labels(start) + labels(end) WHERE label IN $left_out)
RETURN
  type(edge) AS type,
  {
    element: elementId(start),
    labels: labels(start),
    properties: start {.id, .key, .name, .kind, .rank, .hash, .giveaway_id}
  } AS start,
  {
    element: elementId(end),
    labels: labels(end),
    properties: end {.id, .key, .name, .kind, .rank, .hash, .giveaway_id}
  } AS end,
  properties(edge) AS properties
