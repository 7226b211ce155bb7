// Giveaways whose next step is due: close, draw, or void after their deadline.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: giveaway, step
MATCH (giveaway:Giveaway)
WHERE giveaway.closes_at <= $now
  AND giveaway.approved_at IS NOT NULL
  AND giveaway.voided_at IS NULL
  AND NOT EXISTS { (giveaway)-[:DREW]->() }
WITH giveaway, CASE
  WHEN giveaway.reveal_by <= $now THEN 'void'
  WHEN giveaway.closed_at IS NULL THEN 'close'
  WHEN giveaway.mode = 'commit' OR giveaway.beacon IS NOT NULL THEN 'draw'
END AS step
WHERE step IS NOT NULL
RETURN giveaway.id AS giveaway, step
ORDER BY giveaway
LIMIT 1000
