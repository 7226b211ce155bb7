// Say that an answer to my question helped. I cannot take it back.
//
// mode: write
// example: {"me": "gus", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
  -[:ABOUT]->(:Share)<-[:PUBLISHED]-(publisher:User)
SET thread.helpful_at = coalesce(thread.helpful_at, $now)
RETURN
  CASE
    WHEN NOT mine.asks THEN 'own_share'
    WHEN NOT EXISTS { (publisher)-[:WROTE]->(:Message)-[:IN]->(thread) } THEN 'wrong_state'
  END AS refused,
  thread.id AS id
