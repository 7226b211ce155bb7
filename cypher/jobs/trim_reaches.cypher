// Delete the ways (`REACHES`) to people with no share left to show.
//
// The query locks the publisher first, as publishing and befriending do, so nobody adds a way
// meanwhile.
//
// mode: write
// example: {"op": "op-1"}
// returns: trimmed
MATCH (publisher:User)
WHERE EXISTS { (publisher)<-[:REACHES]-() }
  AND NOT EXISTS {
    MATCH (publisher)-[:PUBLISHED]->(share:Share)
    WHERE share.withdrawn_at IS NULL AND (share:Live OR share.held_at IS NOT NULL)
  }
WITH publisher
ORDER BY publisher.id
LIMIT 1000
SET publisher.lock = $op
WITH publisher
WHERE NOT EXISTS {
  MATCH (publisher)-[:PUBLISHED]->(share:Share)
  WHERE share.withdrawn_at IS NULL AND (share:Live OR share.held_at IS NOT NULL)
}
MATCH (publisher)<-[reaches:REACHES]-()
DELETE reaches
RETURN count(reaches) AS trimmed
