// All nodes of one label, with the properties and the outgoing edges
// that the analysts' copy may take.
//
// mode: read
// example: {"label": "User", "key": "id", "properties": ["locale", "created_at"],
//   "days": ["created_at"], "counts": [], "edges": ["FRIEND"], "edge_properties": ["since"],
//   "edge_days": ["since"]}
// returns: key, labels, values, edges
MATCH (least:Rule {name: 'least_group'})
MATCH (node:$($label))
RETURN
  node[$key] AS key,
  labels(node) AS labels,
  [name IN $properties | CASE
    WHEN name IN $days THEN toString(date(node[name]))
    WHEN name IN $counts AND node[name] < least.value THEN null
    ELSE node[name]
  END] AS values,
  COLLECT {
    MATCH (node)-[edge]->(end)
    WHERE type(edge) IN $edges
    RETURN {
      type: type(edge),
      labels: labels(end),
      key: coalesce(end.id, end.key),
      values: [name IN $edge_properties | CASE
        WHEN name IN $edge_days THEN toString(date(edge[name]))
        ELSE edge[name]
      END]
    }
  } AS edges
