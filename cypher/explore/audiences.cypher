// Which audience do people choose for their shares, and how well do these shares do?
//
// mode: read
// picture: bar audience claims_per_share
// title_zh: 大家分享给谁看，效果如何？
// zh: {"weeks": "最近几周", "audience": "可见范围", "shares": "分享", "sharers": "分享者",
//   "claims_per_share": "每条分享的领取数", "used_percent": "使用率（%）", "friends": "好友",
//   "circle": "购物圈", "public": "公开", "direct": "直接发送"}
// example: {"weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: audience, shares, sharers, claims_per_share, used_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (sharer:User)-[:PUBLISHED]->(share:Share)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now
OPTIONAL MATCH (share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(claimer:User)
WITH least, share.audience AS audience,
  count(DISTINCT share) AS shares, count(DISTINCT sharer) AS sharers,
  count(claim) AS claims, count(DISTINCT claimer) AS claimers,
  sum(CASE WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 1 ELSE 0 END) AS used
WHERE sharers >= least.value
RETURN
  audience,
  shares,
  sharers,
  CASE WHEN claimers >= least.value THEN round(1.0 * claims / shares, 2) END AS claims_per_share,
  CASE WHEN claimers >= least.value THEN round(100.0 * used / claims, 1) END AS used_percent
ORDER BY shares DESC, audience
LIMIT $limit
