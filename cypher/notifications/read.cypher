// Mark notifications of mine as read: these keys, or all that had arrived at an instant.
//
// A notification that changes later is unread again.
//
// mode: write
// example: {"me": "ada", "keys": ["ada:friend_request:fay"], "before": "2030-01-01T00:00:00Z",
//   "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})-[:TOLD]->(notification:Notification)
WHERE ($keys IS NULL OR notification.key IN $keys)
  AND notification.newest_at <= $before
  AND notification.read_at IS NULL
SET notification.read_at = $now
