// Give a person a role, and record the reason; it counts on their next request.
//
// mode: write
// example: {"admin": "amy", "user": "bob", "role": "Analyst", "reason": "Joins the data team",
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (admin:User {id: $admin}), (user:User:Active {id: $user})
SET user.lock = $op
WITH admin, user, $role IN labels(user) AS had
SET user:$($role)
CREATE (admin)-[:TOOK]->(action:Action {
  id: $op,
  kind: 'grant_' + toLower($role),
  reason: $reason,
  count: 1,
  at: $now
})
CREATE (action)-[:ON]->(user)
RETURN CASE WHEN had THEN 'wrong_state' END AS refused, user.id AS id
