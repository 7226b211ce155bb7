// A wish of my circle as the subject of a report; whose it is reads no answer of the API.
//
// mode: read
// example: {"me": "cy", "id": "dee-wants-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me}), (owner:User:Active)-[:WISHED]->(wish:Wish {id: $id})
WHERE me <> owner AND wish.created_at <= $now AND NOT EXISTS { (me)-[:BLOCKS]-(owner) }
  AND (EXISTS { (me)-[:FRIEND]-(owner) }
    OR EXISTS { MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(owner) WHERE NOT bridge:NoBridge })
RETURN owner.id AS owner
