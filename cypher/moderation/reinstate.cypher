// End a person's suspension; a person who left meanwhile stays away.
//
// mode: write
// example: {"thing": "eve", "op": "op-1"}
// returns: refused, id
MATCH (user:User {id: $thing})
SET user.lock = $op
WITH user, user.suspended_at IS NULL AS free
SET user.suspended_at = null
FOREACH (_ IN CASE WHEN user.deactivated_at IS NULL THEN [1] ELSE [] END |
  SET user:Active)
RETURN CASE WHEN free THEN 'wrong_state' END AS refused, user.id AS id
