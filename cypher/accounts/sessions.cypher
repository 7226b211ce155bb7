// My sessions, newest first.
//
// mode: read
// example: {"me": "ada", "current": "ada-session", "now": "2030-01-01T00:00:00Z",
//   "created_at": null, "id": null, "limit": 20}
// returns: id, device, created_at, last_seen_at, expires_at, current
MATCH (:User {id: $me})-[:SIGNED_IN]->(session:Session)
WHERE $now < session.expires_at
  AND ($id IS NULL
    OR session.created_at < $created_at
    OR (session.created_at = $created_at AND session.id > $id))
RETURN
  session.id AS id,
  session.device AS device,
  session.created_at AS created_at,
  session.last_seen_at AS last_seen_at,
  session.expires_at AS expires_at,
  session.id = $current AS current
ORDER BY created_at DESC, id
LIMIT $limit
