// My invites that are not yet forgotten.
//
// mode: read
// example: {"me": "ada"}
// returns: id, label, created_at, expires_at
MATCH (:User {id: $me})-[:INVITES_WITH]->(invite:Invite)
RETURN
  invite.id AS id,
  invite.label AS label,
  invite.created_at AS created_at,
  invite.expires_at AS expires_at
ORDER BY created_at, id
