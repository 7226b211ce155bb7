// How do people move between levels, and why?
//
// mode: read
// picture: bar step people
// title_zh: 大家的等级怎样升降，为什么？
// zh: {"weeks": "最近几周", "step": "升降", "reason": "原因", "moves": "次数", "people": "人数",
//   "earned": "挣得", "low_score": "分数过低"}
// example: {"weeks": 26, "limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: step, reason, moves, people
MATCH (least:Rule {name: 'least_group'})
MATCH (person:User)-[:MOVED]->(move:LevelMove)
WHERE $now - duration({weeks: $weeks}) <= move.at <= $now AND move.cancelled_at IS NULL
WITH least, move.from AS from, move.to AS to, move.reason AS reason,
  count(move) AS moves, count(DISTINCT person) AS people
WHERE people >= least.value
RETURN from + ' → ' + to AS step, reason, moves, people
ORDER BY from, to, reason
LIMIT $limit
