// My threads, with my part in them.
//
// It does not say whether the other person left or declined: that is theirs to know.
//
// mode: read
// example: {"me": "ada"}
// returns: id, share_id, user_id, asks, opened_at, accepted_at, declined_at, read_until,
//   muted_at, left_at, helpful_at
MATCH (me:User {id: $me})-[mine:TALKS_IN]->(thread:Thread)-[:ABOUT]->(share:Share)
MATCH (thread)<-[:TALKS_IN]-(other:User)
WHERE other <> me
RETURN
  thread.id AS id,
  share.id AS share_id,
  other.id AS user_id,
  mine.asks AS asks,
  thread.opened_at AS opened_at,
  thread.accepted_at AS accepted_at,
  CASE WHEN NOT mine.asks THEN thread.declined_at END AS declined_at,
  mine.read_until AS read_until,
  mine.muted_at AS muted_at,
  mine.left_at AS left_at,
  thread.helpful_at AS helpful_at
ORDER BY opened_at, id
