// Propose a giveaway; it opens once a reviewer has approved it.
//
// mode: write
// example: {"me": "ada", "rules_hash": "00", "rules": "{}", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z", "giveaway": {"id": "kettles", "title": "Ten kettles",
//   "value_fen": 20000, "closes_at": "2030-01-08T00:00:00Z"}}
// returns: refused, limit, next_level, id
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (least:Rule {name: 'giveaway_level'})
MATCH (most:Rule {name: 'giveaway_proposals'})
MATCH (dearest:Rule {name: 'giveaway_max_value_fen'})
WITH *, CASE
  WHEN me.level < least.value THEN 'level_too_low'
  WHEN $giveaway.value_fen > dearest.value THEN 'prize_too_dear'
  WHEN $giveaway.closes_at <= $now THEN 'expired'
  WHEN most.value <= COUNT {
    MATCH (me)-[:PROPOSED]->(open:Giveaway)
    WHERE open.id <> $giveaway.id AND $now < open.closes_at
      AND open.approved_at IS NULL AND open.rejected_at IS NULL
  } THEN 'proposal_limit'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL
  MERGE (giveaway:Giveaway {id: $giveaway.id})
    ON CREATE SET giveaway += $giveaway, giveaway.proposed_at = $now
  MERGE (me)-[:PROPOSED]->(giveaway)
  MERGE (giveaway)-[:RUNS_UNDER]->(rules:Rules {hash: $rules_hash})
    ON CREATE SET rules.text = $rules, rules.since = $now
}
RETURN
  refused,
  CASE refused
    WHEN 'level_too_low' THEN least.value
    WHEN 'prize_too_dear' THEN dearest.value
    WHEN 'proposal_limit' THEN most.value
  END AS limit,
  CASE refused WHEN 'level_too_low' THEN least.value END AS next_level,
  $giveaway.id AS id
