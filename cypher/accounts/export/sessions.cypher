// The devices I am signed in on.
//
// mode: read
// example: {"me": "ada"}
// returns: id, device, created_at, last_seen_at, expires_at
MATCH (:User {id: $me})-[:SIGNED_IN]->(session:Session)
RETURN
  session.id AS id,
  session.device AS device,
  session.created_at AS created_at,
  session.last_seen_at AS last_seen_at,
  session.expires_at AS expires_at
ORDER BY created_at, id
