// A level, what it gives, the next level, and the shortest list of honest acts that leads there.
//
// New buyers bring points of their own. The list asks only for the points that they do not bring.
//
// mode: read
// example: {"level": 1, "score": 45, "buyers": 1, "shops": 1, "active_days": 2}
// returns: level, next, steps
MATCH (level:Level {rank: $level})
MATCH (propose:Rule {name: 'giveaway_level'}), (claims:Rule {name: 'open_claims'})
MATCH (bought:XpRule {kind: 'friend_purchase'})
OPTIONAL MATCH (next:Level)
WHERE next.rank > $level
WITH *
ORDER BY next.rank
LIMIT 1
WITH *, CASE WHEN next.buyers > $buyers THEN next.buyers - $buyers ELSE 0 END AS buyers
WITH *, [
  {act: 'new_buyers', missing: buyers},
  {act: 'new_shops', missing: next.shops - $shops},
  {act: 'active_days', missing: next.active_days - $active_days},
  {act: 'points', missing: next.score - $score - buyers * bought.raw}
] AS steps
RETURN
  level {
    .*,
    open_claims: claims.value,
    proposes_giveaways: level.rank >= propose.value
  } AS level,
  next {.rank, .name_zh, .name_en, .score, .buyers, .shops, .active_days} AS next,
  [step IN steps WHERE step.missing > 0] AS steps
