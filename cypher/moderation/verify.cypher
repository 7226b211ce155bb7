// Verify a creator, who may then share with everyone; earlier followers count again.
//
// mode: write
// example: {"thing": "bob", "op": "op-1"}
// returns: refused, id
MATCH (user:User:Active {id: $thing})
SET user.lock = $op
WITH user, user:Creator AS verified
SET user:Creator
RETURN CASE WHEN verified THEN 'wrong_state' END AS refused, user.id AS id
