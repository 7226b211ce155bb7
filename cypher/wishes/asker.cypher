// Whose wish of my circle this is. For locking only: no answer of the API tells it.
//
// mode: read
// example: {"me": "cy", "wish": "dee-wants-kettle"}
// returns: user
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(:Wish {id: $wish})
WHERE me <> asker AND NOT EXISTS { (me)-[:BLOCKS]-(asker) }
  AND (EXISTS { (me)-[:FRIEND]-(asker) }
    OR EXISTS { MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(asker) WHERE NOT bridge:NoBridge })
RETURN asker.id AS user
