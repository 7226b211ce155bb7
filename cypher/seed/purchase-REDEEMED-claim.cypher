// Purchases that used a claim, and the source of that knowledge.
//
// mode: write
// example: {"rows": [{"purchase": "cy-oolong-order", "claim": "cy-ada-kettle",
//   "credit_source": "only"}]}
// returns:
// columns: {"purchase": "key -> purchase", "claim": "key -> claim",
//   "credit_source": "one of code|picked|only|latest"}
UNWIND $rows AS row
MATCH (purchase:Purchase {id: row.purchase}), (claim:Claim {id: row.claim})
SET purchase.credit_source = row.credit_source
MERGE (purchase)-[:REDEEMED]->(claim)
