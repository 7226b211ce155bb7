// A wish of my circle as the subject of a report; no answer of the API says who made it.
//
// mode: read
// example: {"me": "cy", "id": "dee-wants-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(wish:Wish {id: $id})
WHERE wish.created_at <= $now
// part: parts/near
RETURN asker.id AS owner
