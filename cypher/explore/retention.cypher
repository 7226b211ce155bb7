// Do people stay: how many newcomers of a month are active in each later month?
//
// A newcomer's month is the month of their first purchase, share or claim. An active person has at
// least one of these in the month. Months are in UTC.
//
// mode: read
// picture: line month active_percent cohort
// title_zh: 大家会留下来吗：每月新人在之后各月还有多少活跃？
// zh: {"months": "最近几月", "cohort": "首次活跃月", "month": "之后第几月", "people": "人数",
//   "active_percent": "活跃率（%）"}
// example: {"months": 6, "limit": 100, "now": "2030-01-01T00:00:00Z"}
// returns: cohort, month, people, active_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (person:User)
CALL (person) {
  MATCH (person)-[:MADE]->(purchase:Purchase)
  RETURN purchase.recorded_at AS at
  UNION ALL
  MATCH (person)-[:PUBLISHED]->(share:Share)
  RETURN share.published_at AS at
  UNION ALL
  MATCH (person)-[:CLAIMED]->(claim:Claim)
  RETURN claim.claimed_at AS at
}
WITH least, person, at
WHERE at <= $now
WITH least, person,
  date.truncate('month', min(at)) AS cohort,
  collect(DISTINCT date.truncate('month', at)) AS active
WHERE cohort >= date.truncate('month', $now - duration({months: $months}))
WITH least, cohort, count(person) AS people, collect(active) AS every
WHERE people >= least.value
UNWIND range(0, duration.between(cohort, date($now)).months) AS month
WITH least, cohort, month, people,
  size([active IN every WHERE cohort + duration({months: month}) IN active]) AS active
WHERE active >= least.value
RETURN
  substring(toString(cohort), 0, 7) AS cohort,
  month,
  people,
  round(100.0 * active / people, 1) AS active_percent
ORDER BY cohort, month
LIMIT $limit
