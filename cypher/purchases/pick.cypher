// Pick which of my claims a purchase used. A code from the platform goes before any pick.
//
// mode: write
// example: {"user": "cy", "purchase": "cy-oolong-order", "claim": "cy-ada-kettle", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, claim_id
MATCH (window:Rule {name: 'pick_days'})
OPTIONAL MATCH (buyer:User {id: $user})-[:MADE]->(purchase:Purchase {id: $purchase})
  -[:AT]->(shop:Shop)
OPTIONAL MATCH (buyer)-[:CLAIMED]->(claim:Claim {id: $claim})
  -[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
SET purchase.lock = $op
SET coupon.lock = $op
SET claim.lock = $op
WITH *,
  coalesce(purchase.verified_at, purchase.completed_at) AS bought_at,
  duration({days: window.value}) AS window
WITH *, CASE
  WHEN purchase IS NULL OR claim IS NULL THEN 'not_found'
  WHEN EXISTS { (purchase)-[:REDEEMED]->(claim) } THEN null
  WHEN NOT EXISTS { (coupon)-[:FOR]->(shop) } THEN 'wrong_shop'
  WHEN bought_at IS NULL THEN 'not_verified'
  WHEN purchase.claim_code IS NOT NULL
    OR purchase.cancelled_at IS NOT NULL
    OR purchase.refunded_at IS NOT NULL
    OR EXISTS { (purchase)-[:REDEEMED|RELEASED]->() } THEN 'wrong_state'
  WHEN $now >= bought_at + window OR bought_at >= claim.use_by THEN 'expired'
  WHEN bought_at < claim.claimed_at THEN 'wrong_state'
  WHEN claim.returned_at IS NOT NULL THEN 'returned'
  WHEN claim.revoked_at IS NOT NULL THEN 'revoked'
  WHEN EXISTS { (:Purchase)-[:REDEEMED]->(claim) } THEN 'redeemed'
  WHEN purchase.paid_fen < coupon.min_spend_fen THEN 'min_spend'
END AS refused
CALL (purchase, claim, refused) {
  WITH *
  WHERE refused IS NULL AND NOT EXISTS { (purchase)-[:REDEEMED]->(claim) }
  CREATE (purchase)-[:REDEEMED]->(claim)
  SET purchase.credit_source = 'picked'
}
RETURN refused, purchase.id AS id, claim.id AS claim_id
