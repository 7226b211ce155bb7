// Let go of an order that a copy of mine was held for.
//
// mode: write
// example: {"me": "cy", "claim": "cy-ada-kettle", "op": "op-1"}
// returns: id
MATCH (:User:Active {id: $me})-[:CLAIMED]->(claim:Claim {id: $claim})
SET claim.lock = $op
WITH claim
SET claim.locked_by = null, claim.locked_until = null
RETURN claim.id AS id
