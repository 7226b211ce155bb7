// The person with this handle, active or not.
//
// mode: read
// example: {"handle": "ada"}
// returns: id
MATCH (user:User {handle: $handle})
RETURN user.id AS id
