// My friends, newest friendship first. `only` narrows the list to one friend.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "only": null, "since": null, "id": null,
//   "limit": 20}
// returns: id, handle, display_name, creator, level, since, viewer
MATCH (me:User {id: $me})-[friendship:FRIEND]-(known:User:Active)
WHERE ($only IS NULL OR known.id = $only)
  AND ($id IS NULL
    OR friendship.since < $since
    OR (friendship.since = $since AND known.id > $id))
WITH me, known, friendship.since AS since
ORDER BY since DESC, known.id
LIMIT $limit
// part: parts/viewer
RETURN
  known.id AS id,
  known.handle AS handle,
  known.display_name AS display_name,
  known:Creator AS creator,
  known.level AS level,
  since,
  viewer
ORDER BY since DESC, id
