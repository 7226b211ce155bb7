// The next change of a person's level, by score and gates: up, notice, down, recovered, or null.
//
// A level rises at once. It falls only while the score is under a share of the level's line: some
// days after a notice, one step in so many days, and never below the level that is kept for good.
// `level` is the level after the change.
//
// mode: read
// example: {"user": "ada", "now": "2030-01-01T00:00:00Z", "score": 45, "buyers": 1, "shops": 1,
//   "active_days": 2}
// returns: change, to, level, falls_at
MATCH (percent:Rule {name: 'level_floor_percent'}), (kept:Rule {name: 'level_kept'})
MATCH (notice_days:Rule {name: 'level_notice_days'}), (step_days:Rule {name: 'level_step_days'})
MATCH (me:User {id: $user})
MATCH (held:Level {rank: me.level})
MATCH (earned:Level)
WHERE earned.score <= $score AND earned.buyers <= $buyers
  AND earned.shops <= $shops AND earned.active_days <= $active_days
WITH *
ORDER BY earned.rank DESC
LIMIT 1
WITH *,
  held.rank > kept.value AND $score * 100 < percent.value * held.score AS low,
  [(me)-[:MOVED]->(move:LevelMove)
    WHERE move.at IS NULL AND move.cancelled_at IS NULL | move.noticed_at][0] AS noticed_at,
  COLLECT {
    MATCH (me)-[:MOVED]->(move:LevelMove)
    WHERE move.to < move.from
    RETURN max(move.at)
  }[0] AS fell_at
WITH *,
  noticed_at + duration({days: notice_days.value}) AS by_notice,
  fell_at + duration({days: step_days.value}) AS by_step
WITH *, CASE WHEN by_step > by_notice THEN by_step ELSE by_notice END AS falls_at
WITH *, CASE
  WHEN earned.rank > held.rank THEN 'up'
  WHEN low AND noticed_at IS NULL THEN 'notice'
  WHEN low AND falls_at <= $now THEN 'down'
  WHEN NOT low AND noticed_at IS NOT NULL THEN 'recovered'
END AS change, held.rank - 1 AS lower
RETURN
  change,
  CASE WHEN change = 'up' THEN earned.rank WHEN change IN ['notice', 'down'] THEN lower END AS to,
  CASE change WHEN 'up' THEN earned.rank WHEN 'down' THEN lower ELSE held.rank END AS level,
  CASE WHEN change IS NULL THEN falls_at END AS falls_at
