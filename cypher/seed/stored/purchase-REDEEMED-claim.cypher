// What these purchases and claims are joined to by orders that stand, as rows of purchase-REDEEMED-claim.csv.
//
// mode: read
// example: {"purchases": ["cy-oolong-order"], "claims": []}
// returns: purchase, claim
MATCH (purchase:Purchase)-[:REDEEMED]->(claim:Claim)
WHERE purchase.cancelled_at IS NULL AND purchase.refunded_at IS NULL
  AND (purchase.id IN $purchases OR claim.id IN $claims)
RETURN purchase.id AS purchase, claim.id AS claim
ORDER BY purchase, claim
