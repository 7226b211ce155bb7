// Take a share of mine back: nobody finds it from now on, and the copies taken stay good.
//
// The coupon is locked, as claiming does, so that no copy is taken after this returns.
//
// mode: write
// example: {"me": "ada", "share": "ada-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (:User:Active {id: $me})-[:PUBLISHED]->(share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
SET coupon.lock = $op
WITH share
SET share.withdrawn_at = coalesce(share.withdrawn_at, $now)
REMOVE share:Live
RETURN CASE WHEN share.removed_at IS NOT NULL THEN 'removed' END AS refused
