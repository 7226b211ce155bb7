// Each reply belongs to one person and answers the share in its key, never their own share.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (reply:Reply)
WHERE COUNT { (reply)<-[:REPLIED]-(:User) } <> 1
  OR COUNT { (reply)-[:TO]->(:Share {id: reply.key}) } <> 1
  OR COUNT { (reply)-[:TO]->() } <> 1
  OR EXISTS { (reply)<-[:REPLIED]-(:User)-[:PUBLISHED]->(:Share)<-[:TO]-(reply) }
WITH reply.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
