// Mark a thread as read up to a message, or to its end. It stays read, and nobody notices.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "message": null,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
MATCH (message:Message)-[:IN]->(thread)
WHERE $message IS NULL OR message.id = $message
WITH me, mine, thread, max(message.at) AS until
SET mine.read_until = CASE WHEN mine.read_until >= until THEN mine.read_until ELSE until END
WITH me, mine, thread
OPTIONAL MATCH (notification:Notification {key: me.id + ':message:' + thread.id})
WHERE mine.read_until >= thread.newest_at
SET notification.read_at = coalesce(notification.read_at, $now)
RETURN thread.id AS id
