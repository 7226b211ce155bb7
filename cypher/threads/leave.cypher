// Leave a thread, visible to me or not. Writing into it again brings me back.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
SET mine.left_at = coalesce(mine.left_at, $now)
WITH me, thread
OPTIONAL MATCH (notification:Notification {key: me.id + ':message:' + thread.id})
SET notification.read_at = coalesce(notification.read_at, $now)
RETURN thread.id AS id
