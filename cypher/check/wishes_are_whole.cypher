// A wish belongs to one person and ends after it begins.
// Only shares of other people, sent to its owner, answer it.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (wish:Wish)
WHERE COUNT { (wish)<-[:WISHED]-(:User) } <> 1
  OR COUNT { (wish)-[:WANTS]->() } > 1
  OR wish.created_at >= wish.expires_at
  OR wish.closed_at < wish.created_at
  OR EXISTS {
    MATCH (asker:User)-[:WISHED]->(wish)<-[:ANSWERS]-(share)
    WHERE NOT EXISTS { (share)-[:SENT_TO]->(asker) } OR EXISTS { (asker)-[:PUBLISHED]->(share) }
  }
WITH wish.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
