// How long does a share live: what part of its claims has come by each day?
//
// The half-life is where the line passes 50. Shares younger than `days` are left out: their life is
// not over. A day with too few claimers is counted with the next days, or left out at the end.
//
// mode: read
// picture: line day percent
// title_zh: 一条分享能活多久：到第几天，领取已来了多少？
// zh: {"days": "天数", "weeks": "最近几周", "day": "第几天", "claims": "领取", "so_far": "累计领取",
//   "percent": "累计（%）"}
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
WITH reduce(state = {days: [], claims: 0, claimers: []}, next IN days |
  CASE WHEN size(state.claimers + [one IN next.claimers WHERE NOT one IN state.claimers])
      >= least.value
    THEN {
      days: state.days + [{day: next.day, claims: state.claims + next.claims}],
      claims: 0,
      claimers: []
    }
    ELSE {
      days: state.days,
      claims: state.claims + next.claims,
      claimers: state.claimers + [one IN next.claimers WHERE NOT one IN state.claimers]
    }
  END).days AS days
UNWIND range(0, size(days) - 1) AS place
WITH
  days[place].day AS day,
  days[place].claims AS claims,
  reduce(total = 0, one IN days[..place + 1] | total + one.claims) AS so_far,
  reduce(total = 0, one IN days | total + one.claims) AS total
RETURN day, claims, so_far, round(100.0 * so_far / total, 1) AS percent
ORDER BY day
LIMIT $limit
