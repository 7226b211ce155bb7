// Which platforms do orders, coupons, shares and claims come from?
//
// A figure with fewer people than a group behind it is left empty.
//
// mode: read
// picture: table
// title_zh: 订单、券、分享、领取来自哪些平台？
// zh: {"weeks": "最近几周", "platform": "平台", "platform_zh": "平台名", "orders": "订单",
//   "buyers": "买家", "shares": "分享", "claims": "领取", "used_percent": "使用率（%）"}
// example: {"weeks": 26, "limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: platform, platform_zh, orders, buyers, shares, claims, used_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (platform:Platform)<-[:ON]-(:Shop)<-[:AT]-(purchase:Purchase)<-[:MADE]-(buyer:User)
WHERE $now - duration({weeks: $weeks}) <= purchase.recorded_at <= $now
OPTIONAL MATCH (purchase)-[:EARNED]->(:Coupon)<-[:OFFERS]-(share:Share)
OPTIONAL MATCH (share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(claimer:User)
WITH least, platform,
  count(DISTINCT purchase) AS orders, count(DISTINCT buyer) AS buyers,
  count(DISTINCT share) AS shares,
  count(DISTINCT CASE WHEN share IS NOT NULL THEN buyer END) AS sharers,
  count(DISTINCT claim) AS claims, count(DISTINCT claimer) AS claimers,
  count(DISTINCT CASE WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN claim END) AS used
WHERE buyers >= least.value
RETURN
  platform.id AS platform,
  platform.name_zh AS platform_zh,
  orders,
  buyers,
  CASE WHEN sharers >= least.value THEN shares END AS shares,
  CASE WHEN claimers >= least.value THEN claims END AS claims,
  CASE WHEN claimers >= least.value THEN round(100.0 * used / claims, 1) END AS used_percent
ORDER BY orders DESC, platform
LIMIT $limit
