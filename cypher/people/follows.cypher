// The creators I follow, newest first.
//
// mode: read
// example: {"me": "bob", "since": null, "user_id": null, "limit": 20}
// returns: user_id, display_name, since
MATCH (:User {id: $me})-[follows:FOLLOWS]->(creator:User:Active)
WHERE $user_id IS NULL
  OR follows.since < $since
  OR (follows.since = $since AND creator.id > $user_id)
RETURN
  creator.id AS user_id,
  creator.display_name AS display_name,
  follows.since AS since
ORDER BY since DESC, user_id
LIMIT $limit
