// Block a person, both people locked, and delete every edge between us. No trace shows it to them.
// Somebody who left or blocks me is answered like nobody.
//
// mode: write
// example: {"me": "ada", "user": "bob", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (other)-[:BLOCKS]->(me) }
OPTIONAL MATCH (me)-[edge:FRIEND|REACHES|FOLLOWS|ASKED]-(other)
DELETE edge
WITH DISTINCT me, other
MERGE (me)-[blocks:BLOCKS]->(other)
  ON CREATE SET blocks.since = $now
RETURN
  CASE WHEN me = other THEN 'self' END AS refused,
  other.id AS id
