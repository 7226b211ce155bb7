// Who made this wish of my circle. For locking only: no answer of the API says it.
//
// mode: read
// example: {"me": "cy", "wish": "dee-wants-kettle"}
// returns: user
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(:Wish {id: $wish})
// part: parts/near
RETURN asker.id AS user
