// The stored edges of these purchases and claims, as rows of purchase-REDEEMED-claim.csv.
//
// mode: read
// example: {"purchases": ["cy-oolong-order"], "claims": []}
// returns: purchase, claim
MATCH (purchase:Purchase)-[:REDEEMED]->(claim:Claim)
WHERE purchase.id IN $purchases OR claim.id IN $claims
RETURN purchase.id AS purchase, claim.id AS claim
ORDER BY purchase, claim
