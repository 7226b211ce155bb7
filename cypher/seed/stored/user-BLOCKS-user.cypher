// The stored blocks by these people, as rows of user-BLOCKS-user.csv.
//
// mode: read
// example: {"users": ["ada"]}
// returns: user, blocked
MATCH (user:User)-[:BLOCKS]->(blocked:User)
WHERE user.id IN $users
RETURN user.id AS user, blocked.id AS blocked
ORDER BY user, blocked
