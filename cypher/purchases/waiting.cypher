// Other purchases of the same buyers that may use a claim which was not free before.
//
// mode: read
// example: {"purchases": ["cy-oolong-order"], "settled": ["cy-oolong-order"]}
// returns: id
UNWIND $purchases AS id
MATCH (buyer:User)-[:MADE]->(:Purchase {id: id})-[:AT]->(shop:Shop)
WITH DISTINCT buyer, shop
MATCH (buyer)-[:CLAIMED]->(claim:Taken)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop)
    WHERE NOT EXISTS { (:Purchase)-[:REDEEMED]->(claim) }
MATCH (buyer)-[:MADE]->(purchase:Purchase)-[:AT]->(shop)
WHERE NOT purchase.id IN $settled
  AND NOT EXISTS { (purchase)-[:REDEEMED|RELEASED]->() }
  AND claim.claimed_at <= coalesce(purchase.verified_at, purchase.completed_at)
RETURN DISTINCT purchase.id AS id
ORDER BY id
