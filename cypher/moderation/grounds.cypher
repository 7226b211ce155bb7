// The purchases and claims behind lines of the ledger, which may void these lines.
//
// mode: read
// example: {"keys": ["buy:bob-kettle-order", "help:bob-ada-kettle"]}
// returns: purchases, claims
MATCH (event:XpEvent)-[:BECAUSE_OF]->(cause)
WHERE event.key IN $keys
OPTIONAL MATCH (cause)-[:OFFERS]->(:Coupon)<-[:EARNED]-(published:Purchase)
OPTIONAL MATCH (cause)<-[:REDEEMED|RELEASED]-(used:Purchase)
UNWIND [purchase IN [cause, published, used] WHERE purchase:Purchase] AS purchase
RETURN
  collect(DISTINCT purchase.id) AS purchases,
  collect(DISTINCT CASE WHEN cause:Claim THEN cause.id END) AS claims
