// Lock two people, lower id first. Until this transaction ends, no other changes their relation.
//
// mode: write
// example: {"me": "ada", "user": "bob", "op": "op-1"}
// returns: locked
WITH CASE WHEN $me < $user THEN [$me, $user] ELSE [$user, $me] END AS ids
MATCH (first:User {id: ids[0]})
SET first.lock = $op
WITH ids
MATCH (second:User {id: ids[1]})
SET second.lock = $op
RETURN ids AS locked
