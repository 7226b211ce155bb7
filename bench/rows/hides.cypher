// The shares that these people hide.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, share_key, reason, since
UNWIND $people AS id
MATCH (user:User {id: id})-[hides:HIDES]->(share:Share)
RETURN user.id AS person_key, share.id AS share_key, hides.reason AS reason, hides.since AS since
ORDER BY person_key, share_key
