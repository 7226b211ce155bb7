// My friends, newest friendship first. `only` narrows the list to one friend.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "only": null, "since": null, "id": null,
//   "limit": 20}
// returns: id, handle, display_name, creator, level, since, viewer
MATCH (me:User {id: $me})-[friendship:FRIEND]-(friend:User:Active)
WHERE ($only IS NULL OR friend.id = $only)
  AND ($id IS NULL
    OR friendship.since < $since
    OR (friendship.since = $since AND friend.id > $id))
WITH me, friend, friendship.since AS since
ORDER BY since DESC, friend.id
LIMIT $limit
RETURN
  friend.id AS id,
  friend.handle AS handle,
  friend.display_name AS display_name,
  friend:Creator AS creator,
  friend.level AS level,
  since,
  {
    friend: true,
    requested: null,
    follows: EXISTS { (me)-[:FOLLOWS]->(friend) },
    muted: EXISTS { (me)-[mutes:MUTES]->(friend) WHERE mutes.until IS NULL OR $now < mutes.until },
    blocking: false,
    degree: 1,
    mutual_count: COUNT {
      (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(friend) WHERE NOT bridge:NoBridge
    }
  } AS viewer
ORDER BY since DESC, id
