// Notify people of experience that counts now: the day it began to count, not the instant.
//
// A day's lines are notified together, once the day is over.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: notified
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
WITH duration({hours: begins.value}) AS ahead
WITH ahead, datetime.truncate('day', $now + ahead) - ahead AS today
MATCH (user:User)-[:GAINED]->(event:XpEvent:Untold)
WHERE event.matures_at < today AND event.voided_at IS NULL
  AND (event.kind <> 'friend_purchase' OR event.told_at IS NOT NULL)
WITH user, event, ahead
ORDER BY user.id, event.key
LIMIT 1000
SET user.lock = $op
WITH user, event, ahead
WHERE event:Untold
REMOVE event:Untold
WITH user, date(event.matures_at + ahead) AS day, count(event) AS count
MERGE (notification:Notification {key: user.id + ':xp_matured:' + toString(day)})
SET notification += {
  kind: 'xp_matured',
  newest_at: $now,
  read_at: null,
  count: coalesce(notification.count, 0) + count
}
MERGE (user)-[:TOLD]->(notification)
RETURN sum(count) AS notified
