// Block somebody, both people locked: every edge between us goes with it, and no trace tells them.
//
// mode: write
// example: {"me": "ada", "user": "bob", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me}), (other:User {id: $user})
OPTIONAL MATCH (me)-[edge:FRIEND|REACHES|FOLLOWS|ASKED]-(other)
DELETE edge
WITH DISTINCT me, other
MERGE (me)-[blocks:BLOCKS]->(other)
  ON CREATE SET blocks.since = $now
RETURN CASE WHEN me = other THEN 'self' END AS refused, other.id AS id
