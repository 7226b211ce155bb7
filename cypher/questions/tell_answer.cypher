// Tell whoever asked that there is an answer, once.
//
// mode: write
// example: {"viewer": "ada", "question": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (viewer:User {id: $viewer})
MATCH (asker:User:Active)-[:POSED]->(question:Question {id: $question})
WHERE NOT EXISTS { (asker)-[mute:MUTES]->(viewer) WHERE mute.until IS NULL OR $now < mute.until }
  AND NOT EXISTS { (asker)-[:BLOCKS]-(viewer) }
MERGE (told:Notification {key: asker.id + ':answer:' + question.id})
  ON CREATE SET told += {kind: 'answer', count: 1, newest_at: $now}
MERGE (asker)-[:TOLD]->(told)
MERGE (told)-[:ABOUT]->(question)
