// Nothing is joined twice to the same thing in the same way.
//
// Each node is looked at by itself, so that the graph's size needs no memory.
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
WITH coalesce(start.id, start.key) + ' ' + kind + ' ' + coalesce(end.id, end.key) AS offender ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
