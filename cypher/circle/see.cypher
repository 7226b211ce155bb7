// I was shown these shares in a list, and opened some of them.
//
// Only the newest are remembered, as many as the rules say. Said twice, nothing changes.
//
// mode: write
// example: {"me": "ada", "shares": ["bob-kettle"], "opened": [], "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (most:Rule {name: 'seen_shares'})
CALL (me) {
  UNWIND $shares AS wanted
  MATCH (share:Share {id: wanted})
  MERGE (me)-[saw:SAW]->(share)
    ON CREATE SET saw.at = $now
  FOREACH (_ IN CASE WHEN wanted IN $opened AND saw.opened_at IS NULL THEN [1] ELSE [] END |
    SET saw.opened_at = $now)
}
WITH me, most
CALL (me, most) {
  MATCH (me)-[any:SAW]->(share:Share)
  WITH any, most ORDER BY any.at DESC, share.id
  WITH collect(any)[most.value..] AS forgotten
  FOREACH (old IN forgotten | DELETE old)
}
