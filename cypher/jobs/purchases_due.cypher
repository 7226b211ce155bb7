// Purchases whose buyers did not pick the claim they used in time, oldest first.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (window:Rule {name: 'pick_days'})
MATCH (claim:Taken)<-[:CLAIMED]-(buyer:User)
WHERE NOT EXISTS { (:Purchase)-[:REDEEMED]->(claim) }
MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
MATCH (buyer)-[:MADE]->(purchase:Purchase)-[:AT]->(shop)
WITH DISTINCT purchase, window, claim,
  coalesce(purchase.verified_at, purchase.completed_at) AS bought_at
WHERE bought_at + duration({days: window.value}) <= $now
  AND claim.claimed_at <= bought_at AND bought_at < claim.use_by
  AND purchase.claim_code IS NULL
  AND NOT EXISTS { (purchase)-[:REDEEMED|RELEASED]->() }
WITH DISTINCT purchase, bought_at
RETURN purchase.id AS id
ORDER BY bought_at, id
LIMIT 1000
