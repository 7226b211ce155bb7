// The messages of a thread that I may see, newest first. A hidden message shows without its text.
//
// mode: read
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "message": null, "before": null,
//   "limit": 21}
// returns: id, text, at, mine
MATCH (me:User {id: $me})-[:TALKS_IN]->(thread:Thread {id: $thread})
MATCH (writer:User)-[:WROTE]->(message:Message)-[:IN]->(thread)
WHERE ($message IS NULL OR message.id = $message)
  AND ($before IS NULL OR message.at < $before)
RETURN
  message.id AS id,
  CASE WHEN message.hidden_at IS NULL THEN message.text END AS text,
  message.at AS at,
  writer = me AS mine
ORDER BY at DESC, id
LIMIT $limit
