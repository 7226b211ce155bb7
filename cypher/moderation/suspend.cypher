// Suspend a person: nobody finds them and every device is signed out.
//
// Friends' copies stay good.
//
// mode: write
// example: {"thing": "eve", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (user:User {id: $thing})
SET user.lock = $op
WITH user
SET user.suspended_at = coalesce(user.suspended_at, $now)
REMOVE user:Active
WITH user
CALL (user) {
  MATCH (user)-[:SIGNED_IN]->(session:Session)
  DETACH DELETE session
}
RETURN user.id AS id
