// In which categories are most orders refunded, and are fewer refunded with a friend's copy?
//
// It counts completed orders that were refunded in full: of all, and of those with a friend's copy.
//
// mode: read
// picture: bar category refunded_percent
// title_zh: 哪些类别退款多？用朋友的券买的会少些吗？
// zh: {"weeks": "最近几周", "category": "类别", "category_zh": "类别名", "orders": "订单",
//   "buyers": "买家", "refunded_percent": "退款率（%）", "orders_with_copy": "用券订单",
//   "refunded_with_copy_percent": "用券退款率（%）"}
// example: {"weeks": 26, "limit": 30, "now": "2030-01-01T00:00:00Z"}
// returns: category, category_zh, orders, buyers, refunded_percent, orders_with_copy,
//   refunded_with_copy_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (buyer:User)-[:MADE]->(purchase:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
WHERE $now - duration({weeks: $weeks}) <= purchase.completed_at <= $now
WITH least, category, buyer,
  CASE WHEN purchase.refunded_at IS NULL THEN 0 ELSE 1 END AS refunded,
  EXISTS { (purchase)-[:REDEEMED|RELEASED]->(:Claim) } AS copy
WITH least, category,
  count(*) AS orders, count(DISTINCT buyer) AS buyers, sum(refunded) AS refunded,
  sum(CASE WHEN copy THEN 1 ELSE 0 END) AS copies,
  count(DISTINCT CASE WHEN copy THEN buyer END) AS friends,
  sum(CASE WHEN copy THEN refunded ELSE 0 END) AS copies_refunded
WHERE buyers >= least.value
RETURN
  category.id AS category,
  category.name_zh AS category_zh,
  orders,
  buyers,
  round(100.0 * refunded / orders, 1) AS refunded_percent,
  CASE WHEN friends >= least.value THEN copies END AS orders_with_copy,
  CASE WHEN friends >= least.value THEN round(100.0 * copies_refunded / copies, 1) END
    AS refunded_with_copy_percent
ORDER BY refunded_percent DESC, category
LIMIT $limit
