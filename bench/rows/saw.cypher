// The shares that these people saw, and when they opened them.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, share_key, at, opened_at
UNWIND $people AS id
MATCH (user:User {id: id})-[saw:SAW]->(share:Share)
RETURN user.id AS person_key, share.id AS share_key, saw.at AS at, saw.opened_at AS opened_at
ORDER BY person_key, share_key
