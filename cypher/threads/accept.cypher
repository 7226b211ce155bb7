// Accept a request about a share of mine, also one that I declined before.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
SET
  thread.accepted_at = coalesce(thread.accepted_at, $now),
  thread.declined_at = null,
  mine.left_at = null
RETURN
  CASE WHEN mine.asks THEN 'wrong_state' END AS refused,
  thread.id AS id
