// The other person of a friend request: one that I sent or got, or that began our friendship.
//
// mode: read
// example: {"me": "ada", "request": "fay-asks-ada"}
// returns: user
MATCH (me:User:Active {id: $me})
CALL (me) {
  MATCH (me)-[:ASKED {id: $request}]-(other:User)
  RETURN other.id AS user
  UNION
  MATCH (me)-[:FRIEND {request: $request}]-(other:User)
  RETURN other.id AS user
}
RETURN user
