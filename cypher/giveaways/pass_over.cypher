// Pass over a winner who cannot have the prize: the next in rank moves up.
//
// mode: write
// example: {"me": "amy", "giveaway": "kettles", "pseudonym": "00", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
OPTIONAL MATCH (giveaway)<-[:IN]-(entry:Entry {pseudonym: $pseudonym})
WITH entry, CASE
  WHEN EXISTS { (:User {id: $me})-[:ENTERED]->(:Entry)-[:IN]->(giveaway) } THEN 'had_a_hand'
  WHEN NOT EXISTS { (giveaway)-[:DREW]->() } THEN 'not_drawn'
  WHEN entry IS NULL THEN 'not_found'
  WHEN entry.won_at IS NULL AND entry.passed_at IS NULL THEN 'wrong_state'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL
  SET entry.passed_at = coalesce(entry.passed_at, $now), entry.won_at = null
}
RETURN refused
