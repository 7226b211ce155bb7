// Who has this handle, whatever their state.
//
// mode: read
// example: {"handle": "ada"}
// returns: id
MATCH (user:User {handle: $handle})
RETURN user.id AS id
