// The other person in a thread, so that the caller can lock us both.
//
// mode: read
// example: {"me": "ada", "thread": "gus-on-ada-kettle"}
// returns: user
MATCH (me:User {id: $me})-[:TALKS_IN]->(:Thread {id: $thread})<-[:TALKS_IN]-(other:User)
WHERE other <> me
RETURN other.id AS user
