// Drop the way to people of whom no share is left that could be shown.
//
// The publisher is locked first, as publishing and befriending do, so that neither adds a way meanwhile.
//
// mode: write
// example: {"op": "op-1"}
// returns: trimmed
MATCH (publisher:User)
WHERE EXISTS { (publisher)<-[:REACHES]-() }
  AND NOT EXISTS { (publisher)-[:PUBLISHED]->(share:Share) WHERE share.withdrawn_at IS NULL AND (share:Live OR share.held_at IS NOT NULL) }
WITH publisher ORDER BY publisher.id LIMIT 1000
SET publisher.lock = $op
WITH publisher
WHERE NOT EXISTS { (publisher)-[:PUBLISHED]->(share:Share) WHERE share.withdrawn_at IS NULL AND (share:Live OR share.held_at IS NOT NULL) }
MATCH (publisher)<-[reaches:REACHES]-()
DELETE reaches
RETURN count(reaches) AS trimmed
