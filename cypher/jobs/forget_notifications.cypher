// Delete notifications that people have read and that are old enough.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (kept:Rule {name: 'notification_days'})
MATCH (notification:Notification)
WHERE notification.newest_at < $now - duration({days: kept.value})
  AND notification.read_at IS NOT NULL
WITH notification
LIMIT 10000
DETACH DELETE notification
RETURN count(*) AS forgotten
