// My notifications.
//
// mode: read
// example: {"me": "ada"}
// returns: kind, count, newest_at, read_at
MATCH (:User {id: $me})-[:TOLD]->(notification:Notification)
RETURN
  notification.kind AS kind,
  notification.count AS count,
  notification.newest_at AS newest_at,
  notification.read_at AS read_at
ORDER BY newest_at, notification.key
