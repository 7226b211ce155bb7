// The people who follow me, newest first.
//
// mode: read
// example: {"me": "ivy", "since": null, "user_id": null, "limit": 20}
// returns: user_id, display_name, since
MATCH (:User {id: $me})<-[follows:FOLLOWS]-(follower:User:Active)
WHERE $user_id IS NULL
  OR follows.since < $since
  OR (follows.since = $since AND follower.id > $user_id)
RETURN
  follower.id AS user_id,
  follower.display_name AS display_name,
  follows.since AS since
ORDER BY since DESC, user_id
LIMIT $limit
