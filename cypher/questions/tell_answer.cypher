// Tell whoever asked of an answer: once for each share, with how many answers are news.
//
// mode: write
// example: {"me": "ada", "question": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $me})
MATCH (asker:User:Active)-[:POSED]->(question:Question {id: $question})-[:ABOUT]->(share:Share)
WHERE question.answered_at = $now
MERGE (told:Notification {key: asker.id + ':answer:' + share.id})
SET told.kind = 'answer', told.newest_at = $now, told.count = COUNT {
  (asker)-[:POSED]->(answered:Question)-[:ABOUT]->(share)
  WHERE answered.answered_at IS NOT NULL AND coalesce(answered.answered_at > told.read_at, true) }
SET told.read_at = null
MERGE (asker)-[:TOLD]->(told)
MERGE (told)-[:ABOUT]->(share)
MERGE (told)-[:FROM]->(me)
