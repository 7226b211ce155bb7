// How long does a share live: what part of its claims has come by each day?
//
// The half-life is where the line passes 50. Shares younger than `days` are not looked at, as theirs is not over. The claims
// of a day on which too few people claimed are counted with those of the next days, or left out at the end.
//
// mode: read
// picture: line day percent
// title_zh: 一条分享能活多久：到第几天已有多少领取？
// zh: {"days": "天数", "weeks": "最近几周", "day": "第几天", "claims": "领取", "so_far": "累计领取",
//   "percent": "累计百分比"}
// example: {"days": 28, "weeks": 26, "limit": 60, "now": "2030-01-01T00:00:00Z"}
// returns: day, claims, so_far, percent
MATCH (least:Rule {name: 'least_group'})
MATCH (share:Share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(claimer:User)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now - duration({days: $days})
  AND claim.claimed_at < share.published_at + duration({days: $days})
WITH least, duration.inSeconds(share.published_at, claim.claimed_at).seconds / 86400 AS day,
  count(claim) AS claims, collect(DISTINCT claimer) AS claimers
ORDER BY day
WITH least, collect({day: day, claims: claims, claimers: claimers}) AS days
WITH reduce(told = {days: [], claims: 0, claimers: []}, one IN days |
  CASE WHEN size(told.claimers + [claimer IN one.claimers WHERE NOT claimer IN told.claimers]) >= least.value
    THEN {days: told.days + [{day: one.day, claims: told.claims + one.claims}], claims: 0, claimers: []}
    ELSE {days: told.days, claims: told.claims + one.claims,
      claimers: told.claimers + [claimer IN one.claimers WHERE NOT claimer IN told.claimers]} END).days AS days
UNWIND range(0, size(days) - 1) AS place
WITH days, days[place].day AS day, days[place].claims AS claims,
  reduce(so_far = 0, one IN days[..place + 1] | so_far + one.claims) AS so_far
RETURN day, claims, so_far, round(100.0 * so_far / reduce(every = 0, one IN days | every + one.claims), 1) AS percent
ORDER BY day
LIMIT $limit
