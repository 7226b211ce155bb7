// My coupons, newest first, with their status and their copies.
//
// Before the first publication, the quota is the one that my level would give now.
//
// mode: read
// example: {"me": "ada", "status": null, "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, status, earned_at, claim_by, use_until, quota, taken, shares, shop, product,
//   platform, terms
MATCH (me:User:Active {id: $me})-[:MADE]->(purchase:Purchase)-[:EARNED]->(coupon:Coupon)
WHERE $before IS NULL
  OR coupon.earned_at < $before
  OR (coupon.earned_at = $before AND coupon.id > $before_id)
MATCH (level:Level {rank: me.level})
WITH purchase, coupon,
  coalesce(coupon.quota, CASE
    WHEN level.quota < coupon.program_quota THEN level.quota
    ELSE coupon.program_quota
  END) AS quota,
  COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) } AS taken
WITH *, CASE
  WHEN coupon.revoked_at IS NOT NULL THEN 'revoked'
  WHEN $now >= coupon.claim_by THEN 'expired'
  WHEN taken >= quota THEN 'exhausted'
  ELSE 'available'
END AS status
WHERE $status IS NULL OR status = $status
WITH *
ORDER BY coupon.earned_at DESC, coupon.id
LIMIT $limit
MATCH (coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
OPTIONAL MATCH (purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
RETURN
  coupon.id AS id, status,
  coupon.earned_at AS earned_at, coupon.claim_by AS claim_by, coupon.use_until AS use_until,
  quota, taken,
  COLLECT {
    MATCH (coupon)<-[:OFFERS]-(share:Share)
    RETURN share.id ORDER BY share.published_at, share.id
  } AS shares,
  shop {.id, .name} AS shop, product {.id, .name, category: category.id} AS product,
  platform {.id, .name_zh, .name_en, .open_with} AS platform,
  coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days} AS terms
ORDER BY earned_at DESC, id
