// The current rules of a giveaway, which is locked for a change.
//
// mode: write
// example: {"giveaway": "kettles", "op": "op-1"}
// returns: hash, text
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
MATCH (giveaway)-[:RUNS_UNDER]->(rules:Rules)
WHERE rules.replaced_at IS NULL
RETURN rules.hash AS hash, rules.text AS text
