// The steps that these purchases now need, one row for each purchase and step. Most need few.
//
// mode: read
// example: {"purchases": ["cy-oolong-order", "gus-mug-order"]}
// returns: effect, id
UNWIND $purchases AS id
MATCH (buyer:User)-[:MADE]->(purchase:Purchase {id: id})-[:AT]->(shop:Shop)
WITH purchase,
  purchase.completed_at IS NOT NULL AS completed,
  purchase.cancelled_at IS NOT NULL OR purchase.refunded_at IS NOT NULL AS ended,
  EXISTS {
    (buyer)-[:CLAIMED]->(:Claim)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop)
  } AS claims
UNWIND [
  CASE WHEN claims AND purchase.claim_code IS NOT NULL THEN 'redeem' END,
  CASE WHEN claims AND purchase.claim_code IS NULL THEN 'guess' END,
  CASE WHEN claims AND ended THEN 'release' END,
  CASE WHEN completed AND NOT EXISTS { (purchase)-[:EARNED]->() } THEN 'grant' END,
  CASE WHEN claims AND completed THEN 'reward' END,
  CASE WHEN completed AND ended THEN 'revoke' END,
  CASE WHEN completed AND ended THEN 'void' END,
  CASE WHEN claims THEN 'pass_on' END
] AS effect
WITH effect, purchase.id AS id
WHERE effect IS NOT NULL
RETURN effect, id
ORDER BY effect, id
