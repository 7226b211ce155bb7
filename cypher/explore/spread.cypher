// What do friends buy with a copy: the shared product, or something else of the shop?
//
// mode: read
// picture: bar shared percent part
// title_zh: 朋友拿券买了什么：被分享的那件，还是店里别的？
// zh: {"weeks": "最近几周", "shared": "分享的是", "part": "买的是", "orders": "订单",
//   "buyers": "买家", "percent": "占比（%）", "mean_paid_fen": "平均实付（分）", "hero": "主推商品",
//   "other": "其他商品", "the_product": "同一商品", "rest_of_the_shop": "店内其余"}
// example: {"weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: shared, part, orders, buyers, percent, mean_paid_fen
MATCH (least:Rule {name: 'least_group'})
MATCH (buyer:User)-[:MADE]->(purchase:Purchase)-[:REDEEMED]->(claim:Claim)
WHERE $now - duration({weeks: $weeks}) <= purchase.recorded_at <= $now
MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:SOLD_BY]->(shop:Shop)
WITH least, buyer, purchase,
  CASE
    WHEN EXISTS { (shop)-[:RUNS]->(:Program)-[:HERO]->(product) } THEN 'hero'
    ELSE 'other'
  END AS shared,
  CASE
    WHEN EXISTS { (purchase)-[:OF]->(product) } THEN 'the_product'
    ELSE 'rest_of_the_shop'
  END AS part
WITH least, shared, part,
  count(purchase) AS orders, count(DISTINCT buyer) AS buyers, avg(purchase.paid_fen) AS paid
WHERE buyers >= least.value
WITH shared, sum(orders) AS total, collect([part, orders, buyers, paid]) AS parts
UNWIND parts AS one
WITH shared, total, one[0] AS part, one[1] AS orders, one[2] AS buyers, one[3] AS paid
RETURN
  shared,
  part,
  orders,
  buyers,
  round(100.0 * orders / total, 1) AS percent,
  toInteger(round(paid)) AS mean_paid_fen
ORDER BY shared, part
LIMIT $limit
