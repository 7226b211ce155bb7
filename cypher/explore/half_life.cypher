// How long does a share live: what part of its claims has come by each day?
//
// The half-life is where the line passes 50. Shares younger than `days` are not looked at, as theirs is not over.
//
// mode: read
// picture: line day percent
// title_zh: 一条分享能活多久：到第几天已有多少领取？
// zh: {"days": "天数", "weeks": "最近几周", "day": "第几天", "claims": "领取", "claimers": "累计领取人数",
//   "percent": "累计百分比"}
// example: {"days": 28, "weeks": 26, "limit": 60, "now": "2030-01-01T00:00:00Z"}
// returns: day, claims, claimers, percent
MATCH (least:Rule {name: 'least_group'})
MATCH (share:Share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(claimer:User)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now - duration({days: $days})
  AND claim.claimed_at < share.published_at + duration({days: $days})
WITH least, claim, claimer, duration.inSeconds(share.published_at, claim.claimed_at).seconds / 86400 AS day
WITH least, collect({claim: claim, claimer: claimer, day: day}) AS found
UNWIND range(0, $days - 1) AS day
CALL (found, day) {
  UNWIND found AS one
  WITH one, day WHERE one.day <= day
  RETURN sum(CASE one.day WHEN day THEN 1 ELSE 0 END) AS claims, count(*) AS so_far, count(DISTINCT one.claimer) AS claimers
}
WITH * WHERE claimers >= least.value
RETURN day, claims, claimers, round(100.0 * so_far / size(found), 1) AS percent
ORDER BY day
LIMIT $limit
