// The stored coupons among these, by id or purchase, as rows of coupon.csv.
//
// mode: read
// example: {"ids": ["cy-oolong-coupon"], "keys": []}
// returns: id, key, purchase, program, quota, earned_at, claim_by, use_until
MATCH (purchase:Purchase)-[:EARNED]->(coupon:Coupon)-[:UNDER]->(program:Program)
WHERE coupon.id IN $ids OR purchase.id IN $keys
RETURN
  coupon.id AS id,
  purchase.id AS key,
  purchase.id AS purchase,
  program.id AS program,
  coupon.quota AS quota,
  coupon.earned_at AS earned_at,
  coupon.claim_by AS claim_by,
  coupon.use_until AS use_until
ORDER BY id
