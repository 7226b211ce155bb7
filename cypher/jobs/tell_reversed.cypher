// Notify people of experience they knew of and lost: a day at a time, as jobs/tell_purchases.
//
// A line that its owner never heard of stays silent. A moderator's void has its own notification;
// a buyer's changed verdict has none.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: notified
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (least:Rule {name: 'digest_min_hours'})
WITH duration({hours: begins.value}) AS ahead, duration({hours: least.value}) AS least
WITH ahead + least - duration({nanoseconds: 1}) AS shift,
  datetime.truncate('day', $now + ahead) - ahead - least AS until
MATCH (user:User)-[:GAINED]->(event:XpEvent:Untold)
WHERE event.voided_at <= until
WITH user, event, shift
ORDER BY user.id, event.key
LIMIT 1000
SET user.lock = $op
WITH user, event, shift
WHERE event:Untold
REMOVE event:Untold
WITH user, event, shift
WHERE event.void_reason IN ['refunded', 'cancelled']
  AND (event.kind = 'publish' OR event.told_at IS NOT NULL)
WITH user, date(event.voided_at + shift) AS day, count(event) AS count
MERGE (notification:Notification {key: user.id + ':xp_reversed:' + toString(day)})
SET notification += {
  kind: 'xp_reversed',
  newest_at: $now,
  read_at: null,
  count: coalesce(notification.count, 0) + count
}
MERGE (user)-[:TOLD]->(notification)
RETURN sum(count) AS notified
