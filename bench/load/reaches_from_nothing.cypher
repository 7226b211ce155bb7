// The derived edges towards these people, where there are none yet, of those who have something to show.
//
// mode: write
// example: {"people": ["ada"]}
// returns:
UNWIND $people AS id
MATCH (publisher:User {id: id})
WHERE EXISTS {
  MATCH (publisher)-[:PUBLISHED]->(share:Share)
  WHERE share.published_at IS NOT NULL AND share.withdrawn_at IS NULL
}
MATCH (publisher)-[:FRIEND]-(viewer:User)
CREATE (viewer)-[:REACHES]->(publisher)
