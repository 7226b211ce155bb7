// Tell a publisher of questions that wait under a share: once for each share, with how many.
//
// Whose they are is kept for the filters of the publisher, and told to nobody.
//
// mode: write
// example: {"me": "gus", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $me})
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share {id: $share})
MERGE (told:Notification {key: publisher.id + ':question:' + share.id})
SET told.kind = 'question', told.newest_at = $now, told.read_at = null, told.count = COUNT {
  (question:Question)-[:ABOUT]->(share)
  WHERE question.answered_at IS NULL AND question.hidden_at IS NULL AND question.withdrawn_at IS NULL }
MERGE (publisher)-[:TOLD]->(told)
MERGE (told)-[:ABOUT]->(share)
MERGE (told)-[:FROM]->(me)
