// Purchases that used a claim and gave it back, because they were cancelled or refunded.
//
// mode: write
// example: {"rows": [{"purchase": "gus-mug-order", "claim": "gus-bob-mug", "credit_source": "only",
//   "reason": "cancelled", "use_by": "2030-01-03T10:00:00Z", "at": "2029-12-29T03:00:00Z"}]}
// returns:
// columns: {"purchase": "key -> purchase", "claim": "key -> claim",
//   "credit_source": "one of code|picked|only|latest", "reason": "one of cancelled|refunded",
//   "use_by": "instant", "at": "instant"}
UNWIND $rows AS row
MATCH (purchase:Purchase {id: row.purchase}), (claim:Claim {id: row.claim})
SET purchase.credit_source = row.credit_source
MERGE (purchase)-[released:RELEASED]->(claim)
SET released += row {.reason, .use_by, .at}
