// Notify the asker of an answer: one notification for each share, with the number of new answers.
//
// mode: write
// example: {"me": "ada", "question": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $me})
MATCH (asker:User:Active)-[:POSED]->(question:Question {id: $question})-[:ABOUT]->(share:Share)
WHERE question.answered_at = $now
MERGE (notification:Notification {key: asker.id + ':answer:' + share.id})
SET notification += {kind: 'answer', newest_at: $now, count: COUNT {
  (asker)-[:POSED]->(answered:Question)-[:ABOUT]->(share)
  WHERE answered.answered_at IS NOT NULL
    AND coalesce(answered.answered_at > notification.read_at, true) }}
SET notification.read_at = null
MERGE (asker)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(share)
MERGE (notification)-[:FROM]->(me)
