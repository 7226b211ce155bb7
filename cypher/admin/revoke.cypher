// Take a role from another person, and record the reason.
//
// No admin can revoke their own role, so an admin always remains.
//
// mode: write
// example: {"admin": "amy", "user": "bob", "role": "Analyst", "reason": "Left the data team",
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (admin:User {id: $admin}), (user:User {id: $user})
SET user.lock = $op
WITH admin, user, CASE
  WHEN admin = user THEN 'self'
  WHEN NOT $role IN labels(user) THEN 'wrong_state'
END AS refused
REMOVE user:$($role)
CREATE (admin)-[:TOOK]->(action:Action {
  id: $op,
  kind: 'revoke_' + toLower($role),
  reason: $reason,
  count: 1,
  at: $now
})
CREATE (action)-[:ON]->(user)
RETURN refused, user.id AS id
