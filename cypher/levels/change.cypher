// What becomes of someone's level next, by their score and gates: nothing, up, notice, down, or recovered.
//
// Up at once. Down only when the score is under a share of the level's line, some days after notice of it,
// one step in so many days, and never below the level that is kept.
//
// mode: read
// example: {"user": "ada", "now": "2030-01-01T00:00:00Z", "score": 45, "buyers": 1, "shops": 1, "active_days": 2}
// returns: held, earned, change, rank, falls_at
MATCH (me:User {id: $user}), (percent:Rule {name: 'level_floor_percent'}), (kept:Rule {name: 'level_kept'})
MATCH (notice_days:Rule {name: 'level_notice_days'}), (step_days:Rule {name: 'level_step_days'})
MATCH (held:Level {rank: me.level})
MATCH (earned:Level)
WHERE earned.score <= $score AND earned.buyers <= $buyers AND earned.shops <= $shops AND earned.active_days <= $active_days
WITH *, held.rank AS rank
ORDER BY earned.rank DESC
LIMIT 1
WITH *, rank > kept.value AND $score * 100 < percent.value * held.score AS low,
  [(me)-[:MOVED]->(move:LevelMove) WHERE move.at IS NULL AND move.cancelled_at IS NULL | move.noticed_at][0] AS noticed_at,
  COLLECT { MATCH (me)-[:MOVED]->(move:LevelMove) WHERE move.to < move.from RETURN max(move.at) }[0] AS fell_at
WITH *, noticed_at + duration({days: notice_days.value}) AS by_notice, fell_at + duration({days: step_days.value}) AS by_step
WITH *, CASE WHEN by_step > by_notice THEN by_step ELSE by_notice END AS falls_at
WITH *, CASE
  WHEN earned.rank > rank THEN 'up'
  WHEN low AND noticed_at IS NULL THEN 'notice'
  WHEN low AND falls_at <= $now THEN 'down'
  WHEN NOT low AND noticed_at IS NOT NULL THEN 'recovered'
END AS change
RETURN
  rank AS held,
  earned.rank AS earned,
  change,
  CASE change WHEN 'up' THEN earned.rank WHEN 'down' THEN rank - 1 WHEN 'notice' THEN rank - 1 ELSE rank END AS rank,
  falls_at
