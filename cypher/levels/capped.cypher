// The points of each line after the caps: of its kind and day, then of its day, then of its week.
//
// In each group the lines come by (at, key), and `used` runs up to the cap; a line keeps what it
// adds. The rule `day_starts_hours_before_utc` says when a day begins. Days are counted from
// 1970-01-01, a Thursday; weeks are ISO weeks.
//
// mode: read
// example: {"lines": [{"key": "pub:a", "kind": "publish", "at": 1891587600000000, "points": 10}]}
// returns: lines
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
MATCH (publishes:Rule {name: 'publishes_per_day'})
MATCH (daily:Rule {name: 'xp_per_day'}), (weekly:Rule {name: 'xp_per_week'})
UNWIND $lines AS line
WITH line, publishes.value AS publishes, daily.value AS daily, weekly.value AS weekly,
  line.kind AS kind, (line.at / 1000000 + begins.value * 3600) / 86400 AS day
ORDER BY line.at, line.key
WITH kind, day, daily, weekly, collect(line) AS lines,
  CASE kind WHEN 'publish' THEN publishes ELSE size($lines) END AS most
MATCH (rule:XpRule {kind: kind})
WITH *, rule.per_day AS cap
WITH *, reduce(used = [{paid: 0, sum: 0}], line IN lines | used + {
  paid: used[-1].paid + sign(line.points),
  sum: CASE
    WHEN used[-1].paid >= most THEN used[-1].sum
    WHEN used[-1].sum + line.points > cap THEN cap
    ELSE used[-1].sum + line.points
  END
}) AS used
UNWIND range(0, size(lines) - 1) AS n
WITH day, daily, weekly, lines[n] AS line, used[n + 1].sum - used[n].sum AS by_kind
ORDER BY line.at, line.key
WITH day, daily, weekly, collect(line {.key, .at, by_kind: by_kind}) AS lines
WITH *, reduce(used = [0], line IN lines | used
  + CASE WHEN used[-1] + line.by_kind > daily THEN daily ELSE used[-1] + line.by_kind END) AS used
UNWIND range(0, size(lines) - 1) AS n
WITH day, weekly, lines[n] AS line, used[n + 1] - used[n] AS by_day
ORDER BY line.at, line.key
WITH (day + 3) / 7 AS week, weekly, collect(line {.key, .by_kind, by_day: by_day}) AS lines
WITH *, reduce(used = [0], line IN lines | used
  + CASE WHEN used[-1] + line.by_day > weekly THEN weekly ELSE used[-1] + line.by_day END) AS used
UNWIND range(0, size(lines) - 1) AS n
WITH lines[n] AS line, used[n + 1] - used[n] AS effective
RETURN collect(line {.key, .by_kind, .by_day, effective: effective}) AS lines
