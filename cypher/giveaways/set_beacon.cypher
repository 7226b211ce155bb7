// Store the value of the beacon's round in the rules, once it is out and entry is closed.
//
// mode: write
// example: {"giveaway": "kettles", "value": "00", "op": "op-1", "now": "2030-01-08T00:00:00Z"}
// returns: refused
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway, CASE
  WHEN giveaway.mode <> 'beacon' OR giveaway.voided_at IS NOT NULL THEN 'wrong_state'
  WHEN giveaway.beacon = $value THEN null
  WHEN giveaway.beacon IS NOT NULL THEN 'conflict'
  WHEN giveaway.closed_at IS NULL
    OR NOT giveaway.beacon_at <= $now < giveaway.reveal_by THEN 'wrong_state'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL
  SET giveaway.beacon = $value
}
RETURN refused
