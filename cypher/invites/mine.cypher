// My open invites, newest first.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "created_at": null, "id": null,
//   "limit": 20}
// returns: id, label, created_at, expires_at
MATCH (:User {id: $me})-[:INVITES_WITH]->(invite:Invite)
WHERE $now < invite.expires_at
  AND ($id IS NULL
    OR invite.created_at < $created_at
    OR (invite.created_at = $created_at AND invite.id > $id))
RETURN
  invite.id AS id,
  invite.label AS label,
  invite.created_at AS created_at,
  invite.expires_at AS expires_at
ORDER BY created_at DESC, id
LIMIT $limit
