// How many people hold each level?
//
// mode: read
// picture: bar level people
// title_zh: 各等级有多少人？
// zh: {"rank": "级", "level": "等级", "level_zh": "等级名", "people": "人数", "mean_xp": "平均经验"}
// example: {"limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: rank, level, level_zh, people, mean_xp
MATCH (least:Rule {name: 'least_group'})
MATCH (level:Level)
MATCH (person:User:Active {level: level.rank})
WHERE person.created_at <= $now
WITH least, level, count(person) AS people, avg(person.xp) AS xp
WHERE people >= least.value
RETURN
  level.rank AS rank,
  level.name_en AS level,
  level.name_zh AS level_zh,
  people,
  toInteger(round(xp)) AS mean_xp
ORDER BY rank
LIMIT $limit
