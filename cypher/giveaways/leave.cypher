// Leave a giveaway before it closes, or pass after the draw: the next in rank moves up.
//
// mode: write
// example: {"me": "ada", "giveaway": "kettles", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (giveaway:Giveaway {id: $giveaway})
WHERE giveaway.approved_at IS NOT NULL
SET giveaway.lock = $op
WITH giveaway
OPTIONAL MATCH (entry:Entry {key: $giveaway + ':' + $me})
WITH entry, EXISTS { (giveaway)-[:DREW]->() } AS drawn, $now < giveaway.closes_at AS open
CALL (*) {
  WITH *
  WHERE open
  DETACH DELETE entry
}
CALL (*) {
  WITH *
  WHERE drawn AND entry.place IS NOT NULL
  SET entry.passed_at = coalesce(entry.passed_at, $now), entry.won_at = null
}
RETURN CASE WHEN entry IS NOT NULL AND NOT open AND NOT drawn THEN 'not_drawn' END AS refused
