// Take back that somebody is a creator: followers see no more of them, friends what they saw before.
//
// mode: write
// example: {"thing": "ivy", "op": "op-1"}
// returns: refused, id
MATCH (user:User {id: $thing})
SET user.lock = $op
WITH user, user:Creator AS verified
REMOVE user:Creator
RETURN CASE WHEN NOT verified THEN 'wrong_state' END AS refused, user.id AS id
