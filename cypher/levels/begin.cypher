// Begin to derive someone anew: nobody else does meanwhile, and lines not taken in so far now are.
//
// The marks go first: who writes one of these lines at the same time is waited for and then seen, and who
// writes another marks it again.
//
// mode: write
// example: {"user": "ada", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User {id: $user})
SET me.lock = $op
WITH me
CALL (me) {
  MATCH (me)-[:GAINED]->(event:XpEvent&Unsettled)
  WHERE event.matures_at <= $now OR event.voided_at IS NOT NULL
  REMOVE event:Unsettled
}
RETURN me.id AS id
