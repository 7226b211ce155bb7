// Do people use a copy more often when they have more friends in common with its sharer?
//
// mode: read
// picture: bar bridges used_percent
// title_zh: 与分享者的共同好友越多，券越常被用掉吗？
// zh: {"weeks": "最近几周", "bridges": "共同好友", "claims": "领取", "claimers": "领取人数",
//   "used_percent": "使用率（%）"}
// example: {"weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: bridges, claims, claimers, used_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (claimer:User)-[:CLAIMED]->(claim:Claim {via: 'circle'})
WHERE $now - duration({weeks: $weeks}) <= claim.claimed_at <= $now
WITH least, size([bound IN [2, 3, 5, 10] WHERE bound <= claim.mutual_count]) AS place,
  count(claim) AS claims, count(DISTINCT claimer) AS claimers,
  sum(CASE WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 1 ELSE 0 END) AS used
WHERE claimers >= least.value
RETURN
  ['1', '2', '3–4', '5–9', '10+'][place] AS bridges,
  claims,
  claimers,
  round(100.0 * used / claims, 1) AS used_percent
ORDER BY place
LIMIT $limit
