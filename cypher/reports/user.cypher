// A person as the subject of a report. Somebody who left or blocks me is answered like nobody.
//
// Unless we have talked: then I know them, and a block must not keep me from reporting them.
//
// mode: read
// example: {"me": "ada", "id": "eve"}
// returns: owner
MATCH (me:User {id: $me}), (owner:User {id: $id})
WHERE (owner:Active AND NOT EXISTS { (owner)-[:BLOCKS]->(me) })
  OR EXISTS { (me)-[:TALKS_IN]->(:Thread)<-[:TALKS_IN]-(owner) }
RETURN owner.id AS owner
