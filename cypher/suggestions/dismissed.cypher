// Who is not suggested to me, newest first.
//
// mode: read
// example: {"me": "gus", "since": null, "user_id": null, "limit": 20}
// returns: user_id, display_name, since
MATCH (me:User {id: $me})-[dismissed:DISMISSED]->(other:User:Active)
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
  AND ($user_id IS NULL
    OR dismissed.since < $since
    OR (dismissed.since = $since AND other.id > $user_id))
RETURN other.id AS user_id, other.display_name AS display_name, dismissed.since AS since
ORDER BY since DESC, user_id
LIMIT $limit
