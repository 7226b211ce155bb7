// What happens each week: how many orders, shares, claims and used coupons?
//
// A week is named by its Monday, in UTC; the current week is left out.
//
// mode: read
// picture: line week count what
// title_zh: 每周有多少订单、分享、领取和用券？
// zh: {"weeks": "最近几周", "week": "周", "what": "事项", "count": "数量", "people": "人数",
//   "orders": "订单", "shares": "分享", "claims": "领取", "uses": "用券"}
// example: {"weeks": 26, "limit": 400, "now": "2030-01-01T00:00:00Z"}
// returns: week, what, count, people
MATCH (least:Rule {name: 'least_group'})
WITH least,
  datetime.truncate('week', $now) AS until,
  datetime.truncate('week', $now - duration({weeks: $weeks})) AS since
CALL (since, until) {
  MATCH (person:User)-[:MADE]->(purchase:Purchase)
  WHERE since <= purchase.recorded_at < until
  RETURN 'orders' AS what, purchase.recorded_at AS at, person
  UNION ALL
  MATCH (person:User)-[:PUBLISHED]->(share:Share)
  WHERE since <= share.published_at < until
  RETURN 'shares' AS what, share.published_at AS at, person
  UNION ALL
  MATCH (person:User)-[:CLAIMED]->(claim:Claim)
  WHERE since <= claim.claimed_at < until
  RETURN 'claims' AS what, claim.claimed_at AS at, person
  UNION ALL
  MATCH (person:User)-[:MADE]->(purchase:Purchase)-[:REDEEMED]->(:Claim)
  WHERE since <= purchase.recorded_at < until
  RETURN 'uses' AS what, purchase.recorded_at AS at, person
}
WITH least, date.truncate('week', at) AS week, what,
  count(*) AS count, count(DISTINCT person) AS people
WHERE people >= least.value
RETURN toString(week) AS week, what, count, people
ORDER BY week, what
LIMIT $limit
