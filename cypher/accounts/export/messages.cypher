// My messages to others.
//
// mode: read
// example: {"me": "ada"}
// returns: id, thread_id, text, at, hidden_at
MATCH (:User {id: $me})-[:WROTE]->(message:Message)-[:IN]->(thread:Thread)
RETURN
  message.id AS id,
  thread.id AS thread_id,
  message.text AS text,
  message.at AS at,
  message.hidden_at AS hidden_at
ORDER BY at, id
