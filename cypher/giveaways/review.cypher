// Approve or reject a proposed giveaway; its proposer cannot decide.
//
// mode: write
// example: {"me": "amy", "giveaway": "kettles", "approve": true, "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway, CASE
  WHEN EXISTS { (:User {id: $me})-[:PROPOSED]->(giveaway) } THEN 'self'
  WHEN giveaway.voided_at IS NOT NULL THEN 'wrong_state'
  WHEN $approve AND giveaway.rejected_at IS NOT NULL THEN 'wrong_state'
  WHEN NOT $approve AND giveaway.approved_at IS NOT NULL THEN 'wrong_state'
  WHEN $approve AND giveaway.approved_at IS NULL AND $now >= giveaway.closes_at THEN 'expired'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL AND $approve
  SET giveaway.approved_at = coalesce(giveaway.approved_at, $now)
}
CALL (*) {
  WITH *
  WHERE refused IS NULL AND NOT $approve
  SET giveaway.rejected_at = coalesce(giveaway.rejected_at, $now)
}
RETURN refused
