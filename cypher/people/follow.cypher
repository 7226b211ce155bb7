// Follow a creator, both people locked.
//
// mode: write
// example: {"me": "bob", "user": "ivy", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
MERGE (me)-[follows:FOLLOWS]->(other)
  ON CREATE SET follows.since = $now
RETURN
  CASE
    WHEN me = other THEN 'self'
    WHEN NOT other:Creator THEN 'not_creator'
  END AS refused,
  other.id AS id
