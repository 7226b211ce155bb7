// A friendship is one edge: no second one leads in the other direction.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (one:User)-[:FRIEND]->(other:User)
WHERE one.id < other.id AND EXISTS { (other)-[:FRIEND]->(one) }
WITH one.id + ' - ' + other.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
