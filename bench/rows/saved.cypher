// The shares that these people saved.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, share_key
UNWIND $people AS id
MATCH (user:User {id: id})-[:SAVED]->(share:Share)
RETURN user.id AS person_key, share.id AS share_key
ORDER BY person_key, share_key
