// The people I block, newest block first. Only this list still shows them, departed people too.
//
// mode: read
// example: {"me": "ada", "since": null, "user_id": null, "limit": 20}
// returns: user_id, display_name, since
MATCH (:User {id: $me})-[blocks:BLOCKS]->(other:User)
WHERE $user_id IS NULL
  OR blocks.since < $since
  OR (blocks.since = $since AND other.id > $user_id)
RETURN
  other.id AS user_id,
  other.display_name AS display_name,
  blocks.since AS since
ORDER BY since DESC, user_id
LIMIT $limit
