// Take the creator's mark from a person: followers see them no more, friends still do.
//
// mode: write
// example: {"thing": "ivy", "op": "op-1"}
// returns: refused, id
MATCH (user:User {id: $thing})
SET user.lock = $op
WITH user, user:Creator AS verified
REMOVE user:Creator
RETURN CASE WHEN NOT verified THEN 'wrong_state' END AS refused, user.id AS id
