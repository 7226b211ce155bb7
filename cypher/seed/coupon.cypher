// Coupons that completed purchases earned. A new coupon takes the terms of its program.
//
// A stored share follows its coupon: it ends with it, and a revoked coupon withdraws it.
//
// mode: write
// example: {"rows": [{"id": "zed-coupon", "purchase": "gus-mug-order",
//   "program": "teahouse-program", "quota": 5, "earned_at": "2029-12-01T00:00:00Z",
//   "claim_by": "2030-02-01T00:00:00Z", "use_until": "2030-03-01T00:00:00Z"}]}
// returns:
// columns: {"id": "key id", "purchase": "-> purchase", "program": "-> program",
//   "quota": "int(1,1000)?", "earned_at": "instant", "claim_by": "instant", "use_until": "instant",
//   "revoked_at": "instant?"}
UNWIND $rows AS row
MATCH (purchase:Purchase {id: row.purchase})-[:AT]->(shop:Shop), (program:Program {id: row.program})
MERGE (coupon:Coupon {id: row.id})
  ON CREATE SET
    coupon += program {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days, .restore},
    coupon.program_quota = program.quota
SET coupon += row {.quota, .earned_at, .claim_by, .use_until, .revoked_at}
SET coupon.key = 'coupon:' + purchase.key
MERGE (purchase)-[:EARNED]->(coupon)
MERGE (coupon)-[:FOR]->(shop)
MERGE (coupon)-[:UNDER]->(program)
WITH coupon
MATCH (coupon)<-[:OFFERS]-(share)
SET share.expires_at = coupon.claim_by
WITH coupon, share
WHERE coupon.revoked_at IS NOT NULL
SET share.withdrawn_at = coalesce(share.withdrawn_at,
  CASE WHEN coupon.revoked_at < share.published_at THEN share.published_at
    ELSE coupon.revoked_at END)
REMOVE share:Live
