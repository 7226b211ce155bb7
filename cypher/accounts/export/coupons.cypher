// The coupons my purchases earned.
//
// mode: read
// example: {"me": "ada"}
// returns: id, purchase_id, kind, value, currency, quota, earned_at, claim_by, use_until,
//   revoked_at
MATCH (:User {id: $me})-[:MADE]->(purchase:Purchase)-[:EARNED]->(coupon:Coupon)
RETURN
  coupon.id AS id,
  purchase.id AS purchase_id,
  coupon.kind AS kind,
  coupon.value AS value,
  coupon.currency AS currency,
  coupon.quota AS quota,
  coupon.earned_at AS earned_at,
  coupon.claim_by AS claim_by,
  coupon.use_until AS use_until,
  coupon.revoked_at AS revoked_at
ORDER BY earned_at, id
