// A share as the subject of a report by someone who may see it, has a copy or spoke of it.
//
// mode: read
// example: {"me": "ada", "id": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me})
MATCH (owner:User)-[:PUBLISHED]->(share:Share {id: $id})
// part: optional parts/sight
WITH * WHERE me = owner OR way IS NOT NULL
  OR EXISTS { (me)-[:CLAIMED]->(:Claim)-[:FROM]->(share) }
  OR EXISTS { (me)-[:TALKS_IN]->(:Thread)-[:ABOUT]->(share) }
RETURN owner.id AS owner
