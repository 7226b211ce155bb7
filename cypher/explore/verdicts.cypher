// Do buyers find products as described, and more often from sharers of higher levels?
//
// The level is the sharer's level now.
//
// mode: read
// picture: bar level as_described_percent
// title_zh: 买家觉得商品与描述相符吗？分享者等级越高越准吗？
// zh: {"weeks": "最近几周", "rank": "级", "level": "分享者等级", "level_zh": "等级名",
//   "verdicts": "评价", "buyers": "买家", "as_described_percent": "与描述相符（%）"}
// example: {"weeks": 52, "limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: rank, level, level_zh, verdicts, buyers, as_described_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (buyer:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(sharer:User)
WHERE $now - duration({weeks: $weeks}) <= claim.verdict_at <= $now
MATCH (level:Level {rank: sharer.level})
WITH least, level,
  count(claim) AS verdicts,
  count(DISTINCT buyer) AS buyers, count(DISTINCT sharer) AS sharers,
  sum(CASE claim.verdict WHEN 'as_described' THEN 1 ELSE 0 END) AS right
WHERE buyers >= least.value AND sharers >= least.value
RETURN
  level.rank AS rank,
  level.name_en AS level,
  level.name_zh AS level_zh,
  verdicts,
  buyers,
  round(100.0 * right / verdicts, 1) AS as_described_percent
ORDER BY rank
LIMIT $limit
