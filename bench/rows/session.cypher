// The sessions of these people.
//
// mode: read
// example: {"people": ["ada"]}
// returns: token_hash, person_key, expires_at
UNWIND $people AS id
MATCH (user:User {id: id})-[:SIGNED_IN]->(session:Session)
RETURN session.token_hash AS token_hash, user.id AS person_key, session.expires_at AS expires_at
ORDER BY token_hash
