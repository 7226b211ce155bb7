// Let go of what was read long ago.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (kept:Rule {name: 'notification_days'})
MATCH (told:Notification)
WHERE told.newest_at < $now - duration({days: kept.value}) AND told.read_at IS NOT NULL
WITH told LIMIT 10000
DETACH DELETE told
RETURN count(*) AS forgotten
