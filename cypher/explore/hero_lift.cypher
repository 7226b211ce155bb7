// Does the whole shop gain when one of its products is shared?
//
// For each shop it takes the first share in the last `weeks`. It compares the orders of `days`
// before and after that share, of the shared product and of the rest of the shop. The order that
// earned the share is not counted. `shared` says whether the product is a program's hero.
//
// mode: read
// picture: bar part lift_percent shared
// title_zh: 分享了一件商品，整家店会受益吗？
// zh: {"days": "前后天数", "weeks": "最近几周", "shared": "分享的是", "part": "订单属于",
//   "shops": "店铺", "orders_before": "之前订单", "orders_after": "之后订单",
//   "lift_percent": "增长（%）", "hero": "主推商品", "other": "其他商品", "the_product": "同一商品",
//   "rest_of_the_shop": "店内其余"}
// example: {"days": 28, "weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: shared, part, shops, orders_before, orders_after, lift_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (shop:Shop)<-[:FOR]-(coupon:Coupon)<-[:OFFERS]-(share:Share)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now - duration({days: $days})
WITH least, shop, share, coupon
ORDER BY share.published_at, share.id
WITH least, shop, head(collect(coupon)) AS coupon, min(share.published_at) AS at
MATCH (coupon)<-[:EARNED]-(own:Purchase)-[:OF]->(product:Product)
WITH *, CASE
  WHEN EXISTS { (shop)-[:RUNS]->(:Program)-[:HERO]->(product) } THEN 'hero'
  ELSE 'other'
END AS shared
MATCH (shop)<-[:AT]-(purchase:Purchase)<-[:MADE]-(buyer:User)
WHERE purchase <> own
  AND at - duration({days: $days}) <= purchase.recorded_at < at + duration({days: $days})
WITH least, shared, shop, buyer,
  purchase.recorded_at < at AS before,
  CASE
    WHEN EXISTS { (purchase)-[:OF]->(product) } THEN 'the_product'
    ELSE 'rest_of_the_shop'
  END AS part
WITH least, shared, part,
  count(DISTINCT shop) AS shops,
  sum(CASE WHEN before THEN 1 ELSE 0 END) AS orders_before,
  sum(CASE WHEN before THEN 0 ELSE 1 END) AS orders_after,
  count(DISTINCT CASE WHEN before THEN buyer END) AS buyers_before,
  count(DISTINCT CASE WHEN before THEN null ELSE buyer END) AS buyers_after
WHERE buyers_before >= least.value AND buyers_after >= least.value
RETURN
  shared,
  part,
  shops,
  orders_before,
  orders_after,
  round(100.0 * (orders_after - orders_before) / orders_before, 1) AS lift_percent
ORDER BY shared, part
LIMIT $limit
