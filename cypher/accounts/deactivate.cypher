// Deactivate my account: nobody finds me any more and every device is signed out.
//
// Signing in again undoes it for some days.
//
// mode: write
// example: {"me": "ada", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $me})
SET me.lock = $op
WITH me
SET me.deactivated_at = coalesce(me.deactivated_at, $now)
REMOVE me:Active
WITH me
MATCH (me)-[:SIGNED_IN]->(session:Session)
DETACH DELETE session
