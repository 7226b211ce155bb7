// Decline a request about a share of mine for good. To the asker it looks as before.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
SET thread.declined_at = coalesce(thread.declined_at, $now)
WITH me, mine, thread
OPTIONAL MATCH (notification:Notification {key: me.id + ':message:' + thread.id})
SET notification.read_at = coalesce(notification.read_at, $now)
RETURN
  CASE WHEN mine.asks OR thread.accepted_at IS NOT NULL THEN 'wrong_state' END AS refused,
  thread.id AS id
