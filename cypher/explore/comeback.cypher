// Do buyers come back to a shop more often when a friend's coupon brought them first?
//
// The first order is the first one of each buyer at each shop in the last `weeks`. The buyer came
// back with another order there within `days`.
//
// mode: read
// picture: bar first came_again_percent
// title_zh: 由朋友的券带来的买家，更常回头吗？
// zh: {"weeks": "最近几周", "days": "回头天数", "first": "第一单", "customers": "买家与店铺的组合",
//   "buyers": "买家", "came_again_percent": "回头率（%）", "with_copy": "用了朋友的券",
//   "without": "自己来的"}
// example: {"weeks": 26, "days": 60, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: first, customers, buyers, came_again_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (buyer:User)-[:MADE]->(purchase:Purchase)-[:AT]->(shop:Shop)
WHERE $now - duration({weeks: $weeks}) <= purchase.recorded_at <= $now
  AND purchase.cancelled_at IS NULL
WITH least, buyer, shop, purchase
ORDER BY purchase.recorded_at, purchase.id
WITH least, buyer, shop, collect(purchase) AS orders
WITH least, buyer, orders[0] AS first, orders[1] AS second
WHERE first.recorded_at <= $now - duration({days: $days})
WITH least, buyer,
  CASE
    WHEN EXISTS { (first)-[:REDEEMED|RELEASED]->(:Claim) } THEN 'with_copy'
    ELSE 'without'
  END AS way,
  CASE
    WHEN second.recorded_at <= first.recorded_at + duration({days: $days}) THEN 1
    ELSE 0
  END AS again
WITH least, way,
  count(*) AS customers, count(DISTINCT buyer) AS buyers, sum(again) AS again
WHERE buyers >= least.value
RETURN
  way AS first,
  customers,
  buyers,
  round(100.0 * again / customers, 1) AS came_again_percent
ORDER BY first
LIMIT $limit
