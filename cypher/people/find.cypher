// The person with this handle, if the person is discoverable, a friend or myself.
//
// mode: read
// example: {"me": "ada", "handle": "bob"}
// returns: id
MATCH (me:User {id: $me}), (other:User:Active {handle: $handle})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
  AND (other.discoverable OR other = me OR EXISTS { (me)-[:FRIEND]-(other) })
RETURN other.id AS id
