// I have read these notifications, or all that were there at an instant; what comes later is unread again.
//
// mode: write
// example: {"me": "ada", "keys": ["ada:friend_request:fay"], "before": "2030-01-01T00:00:00Z",
//   "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})-[:TOLD]->(told:Notification)
WHERE ($keys IS NULL OR told.key IN $keys) AND told.newest_at <= $before AND told.read_at IS NULL
SET told.read_at = $now
