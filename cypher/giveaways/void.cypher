// Void a giveaway that has not been drawn: nobody wins, and everybody can read the reason.
//
// mode: write
// example: {"giveaway": "kettles", "reason": "The sponsor has left", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway, CASE
  WHEN giveaway.rejected_at IS NOT NULL THEN 'wrong_state'
  WHEN EXISTS { (giveaway)-[:DREW]->() } THEN 'wrong_state'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL AND giveaway.voided_at IS NULL
  SET giveaway.voided_at = $now, giveaway.void_reason = $reason
}
RETURN refused
