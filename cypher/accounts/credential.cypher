// The stored password of the person with this handle.
//
// mode: read
// example: {"handle": "ada"}
// returns: user, sealed, changed_at
MATCH (user:User {handle: $handle})-[:SIGNS_IN_WITH]->(credential:Credential)
RETURN user.id AS user, credential.sealed AS sealed, credential.changed_at AS changed_at
