// Who has this handle, if they wish to be found by it or are a friend.
//
// mode: read
// example: {"me": "ada", "handle": "bob"}
// returns: id
MATCH (me:User {id: $me}), (other:User:Active {handle: $handle})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
  AND (other.discoverable OR other = me OR EXISTS { (me)-[:FRIEND]-(other) })
RETURN other.id AS id
