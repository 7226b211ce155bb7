// A wish of my circle as the subject of a report; whose it is reads no answer of the API.
//
// mode: read
// example: {"viewer": "cy", "id": "dee-wants-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (viewer:User:Active {id: $viewer}), (owner:User:Active)-[:WISHED]->(wish:Wish {id: $id})
WHERE viewer <> owner AND wish.created_at <= $now AND NOT EXISTS { (viewer)-[:BLOCKS]-(owner) }
  AND (EXISTS { (viewer)-[:FRIEND]-(owner) }
    OR EXISTS { MATCH (viewer)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(owner) WHERE NOT bridge:NoBridge })
RETURN owner.id AS owner
