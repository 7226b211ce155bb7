// The claims of mine that a purchase may have used, the newest claim first.
//
// mode: read
// example: {"user": "cy", "purchase": "cy-oolong-order"}
// returns: claim_id, code, share_id, claimed_at, use_by
MATCH (buyer:User {id: $user})-[:MADE]->(purchase:Purchase {id: $purchase})-[:AT]->(shop:Shop)
MATCH (buyer)-[:CLAIMED]->(claim:Claim)-[:FROM]->(share:Share)
  -[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop)
WITH purchase, claim, share, coupon,
  coalesce(purchase.verified_at, purchase.completed_at) AS bought_at
WHERE claim:Taken
  AND claim.claimed_at <= bought_at
  AND bought_at < claim.use_by
  AND purchase.paid_fen >= coupon.min_spend_fen
  AND purchase.claim_code IS NULL
  AND NOT EXISTS { (purchase)-[:REDEEMED|RELEASED]->() }
  AND NOT EXISTS { (:Purchase)-[:REDEEMED]->(claim) }
RETURN
  claim.id AS claim_id,
  claim.code AS code,
  share.id AS share_id,
  claim.claimed_at AS claimed_at,
  claim.use_by AS use_by
ORDER BY claimed_at DESC, claim_id DESC
