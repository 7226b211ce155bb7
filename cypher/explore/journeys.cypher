// How far do products travel: purchase, share, claim, purchase and so on?
//
// Depth 0 is a purchase without a friend's copy. `branching` is the number of purchases at the next
// depth for each purchase at this one.
//
// mode: read
// picture: bar depth purchases
// title_zh: 好物能传多远：购买、分享、领取、再购买？
// zh: {"category": "类别", "weeks": "最近几周", "depth": "第几手", "purchases": "购买",
//   "buyers": "买家", "shared": "其中分享", "branching": "每单带来的购买"}
// example: {"category": null, "weeks": 52, "limit": 12, "now": "2030-01-01T00:00:00Z"}
// returns: depth, purchases, buyers, shared, branching
MATCH (least:Rule {name: 'least_group'})
MATCH (root:Purchase)
WHERE $now - duration({weeks: $weeks}) <= root.recorded_at <= $now
  AND NOT EXISTS { (root)-[:REDEEMED]->(:Claim) }
  AND ($category IS NULL
    OR EXISTS { (root)-[:OF]->(:Product)-[:IN]->(:Category {id: $category}) })
MATCH (root)
  ((before:Purchase)-[:EARNED]->(:Coupon)<-[:OFFERS]-(:Share)
    <-[:FROM]-(:Claim)<-[:REDEEMED]-(:Purchase)){0,12}
  (purchase:Purchase)<-[:MADE]-(buyer:User)
WITH least, size(before) AS depth, purchase, buyer,
  EXISTS { (purchase)-[:EARNED]->(:Coupon)<-[:OFFERS]-(:Share) } AS shared
WITH least, depth,
  count(DISTINCT purchase) AS purchases,
  count(DISTINCT buyer) AS buyers,
  count(DISTINCT CASE WHEN shared THEN purchase END) AS shared,
  count(DISTINCT CASE WHEN shared THEN buyer END) AS sharers
ORDER BY depth
WITH least, collect({
  depth: depth,
  purchases: purchases,
  buyers: buyers,
  shared: CASE WHEN sharers >= least.value THEN shared END
}) AS steps
UNWIND range(0, size(steps) - 1) AS place
WITH least, steps[place] AS step,
  CASE WHEN steps[place + 1].buyers >= least.value THEN steps[place + 1].purchases END AS next
WHERE step.buyers >= least.value
RETURN
  step.depth AS depth,
  step.purchases AS purchases,
  step.buyers AS buyers,
  step.shared AS shared,
  round(1.0 * next / step.purchases, 3) AS branching
ORDER BY depth
LIMIT $limit
