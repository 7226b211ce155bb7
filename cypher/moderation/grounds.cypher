// What lines of the ledger stand on: the purchases that may void them, and the verdicts that may.
//
// mode: read
// example: {"keys": ["buy:bob-kettle-order", "help:bob-ada-kettle"]}
// returns: purchases, claims
MATCH (event:XpEvent)-[:BECAUSE_OF]->(cause)
WHERE event.key IN $keys
OPTIONAL MATCH (cause)-[:OFFERS]->(:Coupon)<-[:EARNED]-(published:Purchase)
OPTIONAL MATCH (cause)<-[:REDEEMED|RELEASED]-(used:Purchase)
UNWIND [purchase IN [cause, published, used] WHERE purchase:Purchase] AS purchase
RETURN collect(DISTINCT purchase.id) AS purchases, collect(DISTINCT CASE WHEN cause:Claim THEN cause.id END) AS claims
