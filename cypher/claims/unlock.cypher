// Unlock a copy of mine.
//
// mode: write
// example: {"me": "cy", "claim": "cy-ada-kettle", "op": "op-1"}
// returns: id
MATCH (:User:Active {id: $me})-[:CLAIMED]->(claim:Claim {id: $claim})
SET claim.lock = $op
WITH claim
SET claim.locked_by = null, claim.locked_until = null
RETURN claim.id AS id
