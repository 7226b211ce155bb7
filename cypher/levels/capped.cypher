// What the caps leave of each line: of its kind and day, of its day, of its ISO week, in this order.
//
// In each group the lines come by (matures_at, key), and `used` runs up to the cap; a line keeps what it
// adds. Days and weeks begin as the rule `day_starts_hours_before_utc` says.
//
// mode: read
// example: {"lines": [{"key": "pub:a", "kind": "publish", "matures_at": "2029-12-09T09:00:00Z", "points": 10}]}
// returns: key, day, by_kind, by_day, effective
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (publishes:Rule {name: 'publishes_per_day'})
MATCH (daily:Rule {name: 'xp_per_day'}), (weekly:Rule {name: 'xp_per_week'})
WITH duration({hours: begins.value}) AS ahead, publishes.value AS publishes, daily.value AS daily, weekly.value AS weekly
UNWIND $lines AS line
MATCH (rule:XpRule {kind: line.kind})
WITH *, line.matures_at AS at, line.key AS key, date(line.matures_at + ahead) AS day
ORDER BY at, key
WITH rule, day, daily, weekly, CASE rule.kind WHEN 'publish' THEN publishes ELSE size($lines) END AS most, collect(line) AS lines
WITH *, reduce(used = [{paid: 0, sum: 0}], line IN lines | used + {
  paid: used[-1].paid + sign(line.points),
  sum: CASE
    WHEN used[-1].paid >= most THEN used[-1].sum
    WHEN used[-1].sum + line.points > rule.per_day THEN rule.per_day
    ELSE used[-1].sum + line.points END}) AS used
UNWIND range(0, size(lines) - 1) AS n
WITH day, daily, weekly, lines[n] AS line, used[n + 1].sum - used[n].sum AS by_kind
ORDER BY line.matures_at, line.key
WITH day, daily, weekly, collect(line {.key, .matures_at, by_kind: by_kind}) AS lines
WITH *, reduce(used = [0], line IN lines | used
  + CASE WHEN used[-1] + line.by_kind > daily THEN daily ELSE used[-1] + line.by_kind END) AS used
UNWIND range(0, size(lines) - 1) AS n
WITH day, weekly, lines[n] AS line, used[n + 1] - used[n] AS by_day
ORDER BY line.matures_at, line.key
WITH date.truncate('week', day) AS week, weekly, collect(line {.key, .by_kind, by_day: by_day, day: day}) AS lines
WITH *, reduce(used = [0], line IN lines | used
  + CASE WHEN used[-1] + line.by_day > weekly THEN weekly ELSE used[-1] + line.by_day END) AS used
UNWIND range(0, size(lines) - 1) AS n
WITH lines[n] AS line, used[n + 1] - used[n] AS effective
RETURN line.key AS key, line.day AS day, line.by_kind AS by_kind, line.by_day AS by_day, effective
ORDER BY key
