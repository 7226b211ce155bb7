// Tell people which of their experience counts since a day that is over: the day is told, not the instant.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: told
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
WITH duration({hours: begins.value}) AS ahead
WITH ahead, datetime.truncate('day', $now + ahead) - ahead AS today
MATCH (user:User)-[:GAINED]->(event:XpEvent&Untold)
WHERE event.matures_at < today AND event.voided_at IS NULL
  AND (event.kind <> 'friend_purchase' OR event.told_at IS NOT NULL)
WITH user, event, ahead ORDER BY user.id, event.key LIMIT 1000
SET user.lock = $op
WITH user, event, ahead WHERE event:Untold
REMOVE event:Untold
WITH user, date(event.matures_at + ahead) AS day, count(event) AS count
MERGE (told:Notification {key: user.id + ':xp_matured:' + toString(day)})
SET told.kind = 'xp_matured', told.newest_at = $now, told.read_at = null, told.count = coalesce(told.count, 0) + count
MERGE (user)-[:TOLD]->(told)
RETURN sum(count) AS told
