// Guess the claim that a purchase without a code used: the only one that fits, or else the newest.
//
// With several that fit, the guess waits until the buyer's time to pick is over. Nothing is guessed
// until the instant of the purchase is known, or it is too late to report that instant.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"], "now": "2030-01-01T00:00:00Z", "op": "op-1"}
// returns:
MATCH (window:Rule {name: 'pick_days'})
UNWIND $purchases AS id
MATCH (buyer:User)-[:MADE]->(purchase:Purchase {id: id})-[:AT]->(shop:Shop)
WITH buyer, purchase, shop, coalesce(purchase.verified_at, purchase.completed_at) AS bought_at,
  duration({days: window.value}) AS window
WITH *, bought_at + window <= $now AS late
WHERE (purchase.verified_at IS NOT NULL OR late) AND purchase.claim_code IS NULL
  AND NOT EXISTS { (purchase)-[:REDEEMED|RELEASED]->() }
ORDER BY bought_at, purchase.key
CALL (buyer, purchase, shop, bought_at, late) {
  MATCH (buyer)-[:CLAIMED]->(claim:Claim)-[:FROM]->(:Share)
    -[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop)
  WITH purchase, claim, coupon, bought_at, late
  ORDER BY coupon.id
  SET coupon.lock = $op
  SET claim.lock = $op
  WITH *, bought_at < claim.locked_until
    AND NOT purchase.key ENDS WITH ':' + claim.locked_by AS locked_elsewhere
  WHERE claim:Taken
    AND claim.claimed_at <= bought_at AND bought_at < claim.use_by
    AND purchase.paid_fen >= coupon.min_spend_fen
    AND NOT coalesce(locked_elsewhere, false)
    AND NOT EXISTS { (:Purchase)-[:REDEEMED]->(claim) }
    AND NOT EXISTS {
      MATCH (other:Purchase)-[held:RELEASED]->(claim)
      WHERE other.verified_at <= bought_at AND bought_at < held.at
    }
  WITH purchase, late, claim
  ORDER BY claim.claimed_at DESC, claim.id DESC
  WITH purchase, late, collect(claim) AS claims
  WHERE size(claims) = 1 OR late
  WITH purchase, claims[0] AS claim, size(claims) = 1 AS alone
  CREATE (purchase)-[:REDEEMED]->(claim)
  SET purchase.credit_source = CASE WHEN alone THEN 'only' ELSE 'latest' END
}
