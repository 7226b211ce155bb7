// Refuse direct sends from a person, without a notification.
//
// mode: write
// example: {"me": "ada", "user": "bob", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
MERGE (me)-[refuses:REFUSES_FROM]->(other)
  ON CREATE SET refuses.since = $now
RETURN
  CASE WHEN me = other THEN 'self' END AS refused,
  other.id AS id
