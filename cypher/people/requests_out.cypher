// The friend requests I sent, newest first. A declined request looks like one without an answer.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "at": null, "id": null, "limit": 20}
// returns: id, direction, message, at, expires_at, user
MATCH (me:User {id: $me})-[request:ASKED]->(known:User:Active)
WHERE $now < request.expires_at
  AND ($id IS NULL OR request.at < $at OR (request.at = $at AND request.id > $id))
WITH me, request, known
ORDER BY request.at DESC, request.id
LIMIT $limit
// part: parts/viewer
RETURN
  request.id AS id,
  'out' AS direction,
  request.message AS message,
  request.at AS at,
  request.expires_at AS expires_at,
  known {.id, .display_name, creator: known:Creator, viewer: viewer} AS user
ORDER BY at DESC, id
