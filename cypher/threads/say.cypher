// Write into a thread of mine. A request allows its asker one message.
//
// Words of the other person, or of a friend, accept the request. No two messages of a thread have
// the same instant, so `read_until` is exact.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "message": "message-1",
//   "text": "Two months, daily.", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
  <-[:TALKS_IN]-(other:User)
WHERE other <> me
WITH *, EXISTS { (me)-[:FRIEND]-(other) } AS friends, thread.accepted_at IS NULL AS closed, CASE
  WHEN EXISTS { (thread)<-[:IN]-(:Message) } AND thread.newest_at >= $now
    THEN thread.newest_at + duration({microseconds: 1})
  ELSE $now
END AS at
WITH *, CASE
  WHEN closed AND mine.asks AND NOT friends AND EXISTS {
    (me)-[:WROTE]->(earlier:Message)-[:IN]->(thread) WHERE earlier.id <> $message
  } THEN 'waiting'
END AS refused
MERGE (message:Message {id: $message})
  ON CREATE SET message.text = $text, message.at = at
MERGE (me)-[:WROTE]->(message)
MERGE (message)-[:IN]->(thread)
SET
  thread.newest_at = message.at,
  mine.read_until = message.at,
  mine.left_at = null
FOREACH (_ IN CASE WHEN NOT mine.asks OR friends THEN [1] ELSE [] END |
  SET thread.accepted_at = coalesce(thread.accepted_at, $now), thread.declined_at = null)
RETURN refused, message.id AS id
