// With whom I talk in a thread, so that we both can be locked.
//
// mode: read
// example: {"me": "ada", "thread": "gus-on-ada-kettle"}
// returns: user
MATCH (me:User {id: $me})-[:TALKS_IN]->(:Thread {id: $thread})<-[:TALKS_IN]-(other:User)
WHERE other <> me
RETURN other.id AS user
