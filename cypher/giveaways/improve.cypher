// Offer more or better prizes before a giveaway closes; its earlier rules stay readable.
//
// mode: write
// example: {"giveaway": "kettles", "quantity": 2, "value_fen": 20000, "rules": "{}",
//   "rules_hash": "00", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit
MATCH (giveaway:Giveaway {id: $giveaway})
MATCH (dearest:Rule {name: 'giveaway_max_value_fen'})
MATCH (giveaway)-[:RUNS_UNDER]->(rules:Rules)
WHERE rules.replaced_at IS NULL
WITH *, CASE
  WHEN $now >= giveaway.closes_at
    OR giveaway.voided_at IS NOT NULL
    OR giveaway.rejected_at IS NOT NULL THEN 'wrong_state'
  WHEN $quantity < giveaway.quantity OR $value_fen < giveaway.value_fen THEN 'worse_for_entrants'
  WHEN $value_fen > dearest.value THEN 'prize_too_dear'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL AND rules.hash <> $rules_hash
  SET
    rules.replaced_at = $now,
    giveaway.quantity = $quantity,
    giveaway.value_fen = $value_fen
  CREATE (giveaway)-[:RUNS_UNDER]->(:Rules {hash: $rules_hash, text: $rules, since: $now})
}
RETURN refused, CASE refused WHEN 'prize_too_dear' THEN dearest.value END AS limit
