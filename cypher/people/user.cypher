// A person: a small card for everybody, more for friends, for creators and for myself.
//
// The handle shows only to people who may find the person by it. Mutual friends show their names
// only if they chose so.
//
// mode: read
// example: {"me": "ada", "user": "bob"}
// returns: id, display_name, creator, handle, profile, mutual_friends
MATCH (me:User {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
WITH me, other, other = me OR EXISTS { (me)-[:FRIEND]-(other) } AS close
RETURN
  other.id AS id,
  other.display_name AS display_name,
  other:Creator AS creator,
  CASE WHEN close OR other.discoverable THEN other.handle END AS handle,
  CASE WHEN close OR other:Creator THEN other {.level, .created_at} END AS profile,
  COLLECT {
    MATCH (me)-[:FRIEND]-(bridge:Active {bridge: 'named'})-[:FRIEND]-(other)
    RETURN bridge {.id, .display_name}
    ORDER BY bridge.display_name, bridge.id
    LIMIT 20
  } AS mutual_friends
