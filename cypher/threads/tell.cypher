// Notify the other person of my words in a thread: one notification, with the unread count.
//
// It skips a person who left, muted the thread or declined.
//
// mode: write
// example: {"me": "gus", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $me})-[:TALKS_IN]->(thread:Thread {id: $thread})
  <-[theirs:TALKS_IN]-(other:User)
WHERE other <> me
  AND theirs.left_at IS NULL
  AND theirs.muted_at IS NULL
  AND thread.declined_at IS NULL
MERGE (notification:Notification {key: other.id + ':message:' + thread.id})
SET
  notification.kind = 'message',
  notification.newest_at = $now,
  notification.read_at = null,
  notification.count = COUNT {
    (me)-[:WROTE]->(message:Message)-[:IN]->(thread)
    WHERE coalesce(message.at > theirs.read_until, true)
  }
MERGE (other)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(thread)
MERGE (notification)-[:FROM]->(me)
