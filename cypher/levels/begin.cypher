// Begin to recompute a level: lock the person, and count every line that is due as settled.
//
// The marks go first. A transaction that is writing one of these lines finishes before this one
// reads it; a later one marks the line again.
//
// mode: write
// example: {"user": "ada", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User {id: $user})
SET me.lock = $op
WITH me
CALL (me) {
  MATCH (me)-[:GAINED]->(event:XpEvent:Unsettled)
  WHERE event.matures_at <= $now OR event.voided_at IS NOT NULL
  REMOVE event:Unsettled
}
RETURN me.id AS id
