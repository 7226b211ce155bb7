// A used copy has one purchase, by its own claimer at its own shop.
// A purchase has used at most one copy.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (purchase:Purchase)-[used:REDEEMED|RELEASED]->(claim:Claim)
OPTIONAL MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
WITH purchase, used, claim, shop
WHERE COUNT { (claim)<-[:REDEEMED]-() } > 1
  OR COUNT { (purchase)-[:REDEEMED|RELEASED]->() } > 1
  OR used:REDEEMED AND NOT claim:Taken
  OR NOT EXISTS { (purchase)-[:AT]->(shop) }
  OR NOT EXISTS { (purchase)<-[:MADE]-(:User)-[:CLAIMED]->(claim) }
WITH DISTINCT purchase.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
