// How many shares lead to a claim, a purchase, a kept purchase and a new share?
//
// The last step, passed on: a friend bought with a copy, and then shared that purchase.
//
// mode: read
// picture: funnel step count
// title_zh: 分享里有多少被领取、用掉、留下、再传下去？
// zh: {"category": "类别", "weeks": "最近几周", "step": "步骤", "count": "数量", "people": "人数",
//   "percent_of_last": "占上一步（%）", "shared": "分享", "claimed": "领取", "bought": "用券购买",
//   "kept": "未退货", "passed_on": "再分享"}
// example: {"category": null, "weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: step, count, people, percent_of_last
MATCH (least:Rule {name: 'least_group'})
MATCH (publisher:User)-[:PUBLISHED]->(share:Share)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now
MATCH (share)-[:OFFERS]->(:Coupon)<-[:EARNED]-(:Purchase)
  -[:OF]->(:Product)-[:IN]->(category:Category)
WHERE $category IS NULL OR category.id = $category
OPTIONAL MATCH (share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(friend:User)
OPTIONAL MATCH (claim)<-[:REDEEMED]-(purchase:Purchase)
OPTIONAL MATCH (purchase)-[:EARNED]->(:Coupon)<-[:OFFERS]-(further:Share)
WHERE purchase.completed_at IS NOT NULL AND purchase.refunded_at IS NULL
WITH least, publisher, share, claim, friend, purchase,
  purchase.completed_at IS NOT NULL AND purchase.refunded_at IS NULL AS kept,
  max(further IS NOT NULL) AS passed_on
WITH least, [
  ['shared', count(DISTINCT share), count(DISTINCT publisher)],
  ['claimed', count(DISTINCT claim), count(DISTINCT friend)],
  ['bought', count(DISTINCT purchase),
    count(DISTINCT CASE WHEN purchase IS NOT NULL THEN friend END)],
  ['kept', count(DISTINCT CASE WHEN kept THEN purchase END),
    count(DISTINCT CASE WHEN kept THEN friend END)],
  ['passed_on', count(DISTINCT CASE WHEN passed_on THEN purchase END),
    count(DISTINCT CASE WHEN passed_on THEN friend END)]
] AS steps
UNWIND range(0, size(steps) - 1) AS place
WITH place, steps[place] AS step, least,
  CASE WHEN place > 0 AND steps[place - 1][2] >= least.value THEN steps[place - 1][1] END AS last
WHERE step[2] >= least.value
RETURN
  step[0] AS step,
  step[1] AS count,
  step[2] AS people,
  CASE WHEN last > 0 THEN round(100.0 * step[1] / last, 1) END AS percent_of_last
ORDER BY place
LIMIT $limit
