// Void a giveaway that was not drawn by its deadline, and record it.
//
// No row: there is nothing to void.
//
// mode: write
// example: {"giveaway": "kettles", "action": "action-1", "op": "op-1",
//   "now": "2030-01-20T00:00:00Z"}
// returns: giveaway
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
WHERE giveaway.approved_at IS NOT NULL
  AND giveaway.voided_at IS NULL
  AND giveaway.reveal_by <= $now
  AND NOT EXISTS { (giveaway)-[:DREW]->() }
SET giveaway.voided_at = $now, giveaway.void_reason = 'deadline'
CREATE (action:Action {id: $action, kind: 'void_giveaway', reason: 'deadline', at: $now})
CREATE (action)-[:ON]->(giveaway)
RETURN giveaway.id AS giveaway
