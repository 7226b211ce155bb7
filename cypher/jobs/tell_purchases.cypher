// Tell sharers that friends used their coupons: a day's worth at once, hours after the last of it, never who or what.
//
// Days begin for everybody at the same instant, `digest_min_hours` before which a day's worth ends; so it is told
// `digest_min_hours` to a day more (`digest_max_hours`) after it happened. What is told is marked: once is enough.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: told
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (least:Rule {name: 'digest_min_hours'})
WITH duration({hours: begins.value}) AS ahead, duration({hours: least.value}) AS least
WITH ahead + least - duration({nanoseconds: 1}) AS shift, datetime.truncate('day', $now + ahead) - ahead - least AS until
MATCH (user:User)-[:GAINED]->(event:XpEvent&Untold {kind: 'friend_purchase'})
WHERE event.occurred_at <= until AND event.told_at IS NULL AND event.voided_at IS NULL
WITH user, event, shift ORDER BY user.id, event.key LIMIT 1000
SET user.lock = $op
WITH user, event, shift WHERE event.told_at IS NULL
SET event.told_at = $now
WITH user, date(event.occurred_at + shift) AS day, count(event) AS count, sum(event.raw) AS points
MERGE (told:Notification {key: user.id + ':friend_purchase:' + toString(day)})
SET told.kind = 'friend_purchase', told.newest_at = $now, told.read_at = null,
  told.count = coalesce(told.count, 0) + count, told.points = coalesce(told.points, 0) + points
MERGE (user)-[:TOLD]->(told)
RETURN sum(count) AS told
