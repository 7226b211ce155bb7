// No friendship, way, follow or request joins a person to anyone they block.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (one:User)-[:BLOCKS]->(other:User)
WHERE EXISTS { (one)-[:FRIEND|REACHES|FOLLOWS|ASKED]-(other) }
WITH one.id + ' - ' + other.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
