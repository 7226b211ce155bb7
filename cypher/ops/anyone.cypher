// One user, if there is any yet.
//
// mode: read
// example: {}
// returns: user
MATCH (user:User)
RETURN user.id AS user
ORDER BY user
LIMIT 1
