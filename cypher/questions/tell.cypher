// Notify a publisher of the questions that wait under a share: one notification, with their number.
//
// It keeps the askers for the publisher's filters, and names them to nobody.
//
// mode: write
// example: {"me": "gus", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $me})
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share {id: $share})
MERGE (notification:Notification {key: publisher.id + ':question:' + share.id})
SET notification += {kind: 'question', newest_at: $now, read_at: null, count: COUNT {
  (question:Question)-[:ABOUT]->(share)
  WHERE coalesce(question.answered_at, question.hidden_at, question.withdrawn_at) IS NULL }}
MERGE (publisher)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(share)
MERGE (notification)-[:FROM]->(me)
