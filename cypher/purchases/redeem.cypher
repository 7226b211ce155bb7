// Let purchases use the claim whose code the platform named, instead of an earlier guess or pick.
//
// A code counts until experience for the purchase is written; see levels/friend_purchase.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"], "op": "op-1"}
// returns:
UNWIND $purchases AS id
MATCH (buyer:User)-[:MADE]->(purchase:Purchase {id: id})-[:AT]->(shop:Shop)
MATCH (buyer)-[:CLAIMED]->(claim:Claim {code: purchase.claim_code})
MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop)
WHERE NOT EXISTS { (purchase)<-[:BECAUSE_OF]-(:XpEvent {kind: 'friend_purchase'}) }
WITH purchase, claim, coupon, coalesce(purchase.verified_at, purchase.completed_at) AS bought_at
ORDER BY coupon.id, claim.id, bought_at, purchase.key
FOREACH (_ IN CASE WHEN EXISTS { (purchase)-[:REDEEMED|RELEASED]->(claim) } THEN [1] ELSE [] END |
  SET purchase.credit_source = 'code')
WITH *
CALL (purchase, claim, coupon, bought_at) {
  SET coupon.lock = $op
  SET claim.lock = $op
  WITH *, bought_at < claim.locked_until
    AND NOT purchase.key ENDS WITH ':' + claim.locked_by AS locked_elsewhere
  WHERE claim:Taken
    AND bought_at < claim.use_by
    AND purchase.paid_fen >= coupon.min_spend_fen
    AND NOT coalesce(locked_elsewhere, false)
    AND NOT EXISTS { (:Purchase)-[:REDEEMED]->(claim) }
    AND NOT EXISTS { (purchase)-[:RELEASED]->(claim) }
  OPTIONAL MATCH (purchase)-[guess:REDEEMED|RELEASED]->(guessed:Claim)
  SET guessed.use_by = coalesce(guess.use_by, guessed.use_by)
  DELETE guess
  CREATE (purchase)-[:REDEEMED]->(claim)
  SET purchase.credit_source = 'code'
}
