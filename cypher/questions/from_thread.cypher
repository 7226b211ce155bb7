// Publish an answer that I gave in a thread: my words for the question, my message as the answer.
//
// The asker's words stay in the thread, and nothing shows who asked. A message becomes public once.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "message": "ada-to-gus",
//   "question": "question-1", "text": "Does it whistle?", "now": "2030-01-01T00:00:00Z"}
// returns: refused, share, id
MATCH (me:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})-[:ABOUT]->(share:Share)
MATCH (me)-[:WROTE]->(message:Message {id: $message})-[:IN]->(thread)
WHERE message.hidden_at IS NULL
OPTIONAL MATCH (earlier:Question)-[:FROM]->(message)
WHERE earlier.withdrawn_at IS NULL AND earlier.hidden_at IS NULL
WITH *, coalesce(earlier.id, $question) AS id
MERGE (question:Question {id: id})
  ON CREATE SET question += {text: $text, at: $now, answer: message.text, answered_at: $now}
MERGE (question)-[:FROM]->(message)
MERGE (question)-[:ABOUT]->(share)
RETURN
  CASE WHEN mine.asks THEN 'not_found' END AS refused,
  share.id AS share,
  id
