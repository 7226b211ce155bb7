// How soon after its publication do people claim a share, and by which way?
//
// mode: read
// picture: bar after claims via
// title_zh: 分享发布多久后被领取，经由什么途径？
// zh: {"weeks": "最近几周", "after": "发布后", "via": "途径", "claims": "领取",
//   "claimers": "领取人数", "friend": "好友", "circle": "好友的好友", "follow": "关注",
//   "direct": "直接发送", "under 1 h": "1 小时内", "1–6 h": "1–6 小时", "6–24 h": "6–24 小时",
//   "1–3 d": "1–3 天", "3–7 d": "3–7 天", "over 7 d": "7 天以上"}
// example: {"weeks": 26, "limit": 40, "now": "2030-01-01T00:00:00Z"}
// returns: after, via, claims, claimers
MATCH (least:Rule {name: 'least_group'})
MATCH (claimer:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(share:Share)
WHERE $now - duration({weeks: $weeks}) <= claim.claimed_at <= $now
WITH least, claim, claimer,
  duration.inSeconds(share.published_at, claim.claimed_at).seconds / 3600.0 AS hours
WITH least, claim.via AS via,
  size([bound IN [1, 6, 24, 72, 168] WHERE bound <= hours]) AS place,
  count(claim) AS claims, count(DISTINCT claimer) AS claimers
WHERE claimers >= least.value
RETURN
  ['under 1 h', '1–6 h', '6–24 h', '1–3 d', '3–7 d', 'over 7 d'][place] AS after,
  via,
  claims,
  claimers
ORDER BY place, via
LIMIT $limit
