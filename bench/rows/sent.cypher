// The shares sent to these people.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, share_key
UNWIND $people AS id
MATCH (user:User {id: id})<-[:SENT_TO]-(share:Share)
RETURN user.id AS person_key, share.id AS share_key
ORDER BY person_key, share_key
