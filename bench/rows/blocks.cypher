// The blocks between these people and others, in both directions.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, other_key
UNWIND $people AS id
MATCH (user:User {id: id})-[:BLOCKS]-(other:User)
RETURN DISTINCT user.id AS person_key, other.id AS other_key
ORDER BY person_key, other_key
