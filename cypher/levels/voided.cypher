// Whose lines were voided and are not taken in yet.
//
// mode: read
// example: {}
// returns: id
MATCH (event:Unsettled)
WHERE event.voided_at IS NOT NULL
MATCH (user:User)-[:GAINED]->(event)
RETURN DISTINCT user.id AS id
ORDER BY id
