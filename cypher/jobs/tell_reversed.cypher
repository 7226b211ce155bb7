// Tell people which of the experience they had heard of was taken back: a day's worth at once, as purchases are.
//
// Who was never told of a line hears nothing; what a moderator voids is told by them, what a buyer takes back by nobody.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: told
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (least:Rule {name: 'digest_min_hours'})
WITH duration({hours: begins.value}) AS ahead, duration({hours: least.value}) AS least
WITH ahead + least - duration({nanoseconds: 1}) AS shift, datetime.truncate('day', $now + ahead) - ahead - least AS until
MATCH (user:User)-[:GAINED]->(event:XpEvent&Untold)
WHERE event.voided_at <= until
WITH user, event, shift ORDER BY user.id, event.key LIMIT 1000
SET user.lock = $op
WITH user, event, shift WHERE event:Untold
REMOVE event:Untold
WITH user, event, shift
WHERE event.void_reason IN ['refunded', 'cancelled'] AND (event.kind = 'publish' OR event.told_at IS NOT NULL)
WITH user, date(event.voided_at + shift) AS day, count(event) AS count
MERGE (told:Notification {key: user.id + ':xp_reversed:' + toString(day)})
SET told.kind = 'xp_reversed', told.newest_at = $now, told.read_at = null, told.count = coalesce(told.count, 0) + count
MERGE (user)-[:TOLD]->(told)
RETURN sum(count) AS told
