// Notify sharers that friends used their coupons: a day at a time, never who or what.
//
// A day begins at the same instant for everybody. Its purchases end `digest_min_hours` before the
// next day begins. So a sharer hears of a purchase between `digest_min_hours` and a day more
// (`digest_max_hours`) after it. Each line is marked once its owner is notified.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: notified
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (least:Rule {name: 'digest_min_hours'})
WITH duration({hours: begins.value}) AS ahead, duration({hours: least.value}) AS least
WITH ahead + least - duration({nanoseconds: 1}) AS shift,
  datetime.truncate('day', $now + ahead) - ahead - least AS until
MATCH (user:User)-[:GAINED]->(event:XpEvent:Untold {kind: 'friend_purchase'})
WHERE event.occurred_at <= until AND event.told_at IS NULL AND event.voided_at IS NULL
WITH user, event, shift
ORDER BY user.id, event.key
LIMIT 1000
SET user.lock = $op
WITH user, event, shift
WHERE event.told_at IS NULL
SET event.told_at = $now
WITH user, date(event.occurred_at + shift) AS day, count(event) AS count, sum(event.raw) AS points
MERGE (notification:Notification {key: user.id + ':friend_purchase:' + toString(day)})
SET notification += {
  kind: 'friend_purchase',
  newest_at: $now,
  read_at: null,
  count: coalesce(notification.count, 0) + count,
  points: coalesce(notification.points, 0) + points
}
MERGE (user)-[:TOLD]->(notification)
RETURN sum(count) AS notified
