// Suggest somebody to me no more; they are not told.
//
// mode: write
// example: {"me": "ada", "user": "dee", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
MERGE (me)-[dismissed:DISMISSED]->(other)
  ON CREATE SET dismissed.since = $now
RETURN CASE WHEN me = other THEN 'self' END AS refused, other.id AS id
