// Give a copy of mine back, so that another person can take it. I can take the same copy again.
//
// mode: write
// example: {"me": "cy", "claim": "cy-ada-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (:User:Active {id: $me})-[:CLAIMED]->(claim:Claim {id: $claim})
  -[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
SET coupon.lock = $op
SET claim.lock = $op
WITH claim, CASE
  WHEN claim.revoked_at IS NOT NULL THEN 'revoked'
  WHEN claim.returned_at IS NOT NULL THEN null
  WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 'redeemed'
  WHEN $now < claim.locked_until THEN 'locked_elsewhere'
  WHEN $now >= claim.use_by THEN 'expired'
END AS refused
SET claim.returned_at = coalesce(claim.returned_at, $now)
REMOVE claim:Taken, claim.locked_by, claim.locked_until
RETURN refused
