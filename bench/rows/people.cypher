// All people.
//
// mode: read
// example: {}
// returns: id, active
MATCH (user:User)
RETURN user.id AS id, user:Active AS active
ORDER BY id
