// Store a person's new password.
//
// mode: write
// example: {"user": "ada", "sealed": "00", "algorithm": "argon2id", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: user
MATCH (user:User {id: $user})
SET user.lock = $op
WITH user
MERGE (credential:Credential {user_id: $user})
SET credential += {sealed: $sealed, algorithm: $algorithm, changed_at: $now}
MERGE (user)-[:SIGNS_IN_WITH]->(credential)
RETURN user.id AS user
