// How soon after the claim is a copy used?
//
// mode: read
// picture: bar after purchases
// title_zh: 领取多久后被用掉？
// zh: {"weeks": "最近几周", "after": "领取后", "purchases": "购买", "buyers": "买家",
//   "under 1 h": "1 小时内", "1–24 h": "1–24 小时", "1–3 d": "1–3 天", "3–7 d": "3–7 天",
//   "7–14 d": "7–14 天", "over 14 d": "14 天以上"}
// example: {"weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: after, purchases, buyers
MATCH (least:Rule {name: 'least_group'})
MATCH (buyer:User)-[:MADE]->(purchase:Purchase)-[:REDEEMED]->(claim:Claim)
WHERE $now - duration({weeks: $weeks}) <= purchase.recorded_at <= $now
WITH least, buyer, purchase,
  duration.inSeconds(claim.claimed_at, purchase.recorded_at).seconds / 3600.0 AS hours
WITH least, size([bound IN [1, 24, 72, 168, 336] WHERE bound <= hours]) AS place,
  count(purchase) AS purchases, count(DISTINCT buyer) AS buyers
WHERE buyers >= least.value
RETURN
  ['under 1 h', '1–24 h', '1–3 d', '3–7 d', '7–14 d', 'over 14 d'][place] AS after,
  purchases,
  buyers
ORDER BY place
LIMIT $limit
