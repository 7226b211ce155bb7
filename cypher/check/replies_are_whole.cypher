// Each reply is somebody's, to the one share that its key names, and not to their own.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (reply:Reply)
WHERE COUNT { (reply)<-[:REPLIED]-(:User) } <> 1
  OR COUNT { (reply)-[:TO]->(:Share {id: reply.key}) } <> 1 OR COUNT { (reply)-[:TO]->() } <> 1
  OR EXISTS { (reply)<-[:REPLIED]-(:User)-[:PUBLISHED]->(:Share)<-[:TO]-(reply) }
WITH reply.id AS offender ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
