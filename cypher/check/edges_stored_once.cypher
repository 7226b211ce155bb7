// No two edges of one kind lead from one node to another.
//
// The check looks at each node by itself, so it needs no more memory for a larger graph.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (start)
CALL (start) {
  MATCH (start)-[edge]->(end)
  WITH end, type(edge) AS kind, count(*) AS times
  WHERE times > 1
  RETURN kind, end
}
WITH coalesce(start.id, start.key) + ' ' + kind + ' ' + coalesce(end.id, end.key) AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
