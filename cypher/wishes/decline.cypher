// I leave a wish of my circle unanswered and am asked no more; nobody is told.
//
// mode: write
// example: {"me": "cy", "wish": "dee-wants-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(wish:Wish {id: $wish})
WHERE me <> asker AND NOT EXISTS { (me)-[:BLOCKS]-(asker) }
  AND (EXISTS { (me)-[:FRIEND]-(asker) }
    OR EXISTS { MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(asker) WHERE NOT bridge:NoBridge })
MERGE (me)-[declined:DECLINED]->(wish)
  ON CREATE SET declined.at = $now
RETURN wish.id AS id
