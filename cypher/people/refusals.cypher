// The people whose direct sends I refuse, newest first.
//
// mode: read
// example: {"me": "eve", "since": null, "user_id": null, "limit": 20}
// returns: user_id, display_name, since
MATCH (me:User {id: $me})-[refuses:REFUSES_FROM]->(other:User:Active)
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
  AND ($user_id IS NULL
    OR refuses.since < $since
    OR (refuses.since = $since AND other.id > $user_id))
RETURN
  other.id AS user_id,
  other.display_name AS display_name,
  refuses.since AS since
ORDER BY since DESC, user_id
LIMIT $limit
