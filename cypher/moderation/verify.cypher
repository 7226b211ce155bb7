// Verify a creator, who may share with everyone from now on; earlier followers are there again.
//
// mode: write
// example: {"thing": "bob", "op": "op-1"}
// returns: refused, id
MATCH (user:User:Active {id: $thing})
SET user.lock = $op
WITH user, user:Creator AS verified
SET user:Creator
RETURN CASE WHEN verified THEN 'wrong_state' END AS refused, user.id AS id
