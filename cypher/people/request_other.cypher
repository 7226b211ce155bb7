// The other side of a friend request that I sent or got, or that made us friends.
//
// mode: read
// example: {"me": "ada", "request": "fay-asks-ada"}
// returns: user
MATCH (me:User:Active {id: $me})
CALL (me) {
  MATCH (me)-[asked:ASKED {id: $request}]-(other:User)
  RETURN other.id AS user
  UNION
  MATCH (me)-[:FRIEND {request: $request}]-(other:User)
  RETURN other.id AS user
}
RETURN user
