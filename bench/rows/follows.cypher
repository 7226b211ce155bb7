// The creators whom these people follow.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, creator_key
UNWIND $people AS id
MATCH (user:User {id: id})-[:FOLLOWS]->(creator:User)
RETURN user.id AS person_key, creator.id AS creator_key
ORDER BY person_key, creator_key
