// Hide a share from my feed and search; the reason may ask for less of its kind.
//
// The query locks me; beyond the limit it forgets the shares I hid first.
//
// mode: write
// example: {"me": "ada", "share": "bob-kettle", "reason": "hidden", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: reason, since
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (share:Share {id: $share})
MATCH (most:Rule {name: 'hidden_shares'})
MERGE (me)-[hides:HIDES]->(share)
  ON CREATE SET hides.since = $now
SET hides.reason = $reason
WITH me, hides, most
CALL (me, most) {
  MATCH (me)-[any:HIDES]->(other:Share)
  WITH any, most
  ORDER BY any.since DESC, other.id
  WITH collect(any)[most.value..] AS forgotten
  FOREACH (old IN forgotten | DELETE old)
}
RETURN hides.reason AS reason, hides.since AS since
