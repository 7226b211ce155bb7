// Void a giveaway that was not revealed by its deadline, and write it down; no row when there is none.
//
// mode: write
// example: {"giveaway": "kettles", "action": "action-1", "op": "op-1", "now": "2030-01-20T00:00:00Z"}
// returns: giveaway
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
WHERE giveaway.approved_at IS NOT NULL AND giveaway.voided_at IS NULL AND giveaway.reveal_by <= $now
  AND NOT EXISTS { (giveaway)-[:DREW]->() }
SET giveaway.voided_at = $now, giveaway.void_reason = 'deadline'
CREATE (:Action {id: $action, kind: 'void_giveaway', reason: 'deadline', at: $now})-[:ON]->(giveaway)
RETURN giveaway.id AS giveaway
