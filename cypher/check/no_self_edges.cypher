// No edge leads from a node to itself.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (node)-[edge]->(node)
WITH coalesce(node.id, node.key) + ' ' + type(edge) AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
