// Friendships: mutual, stored once, in either direction.
//
// mode: write
// example: {"rows": [{"user": "ada", "friend": "bob", "since": "2029-01-01T00:00:00Z"}]}
// returns:
// columns: {"user": "key -> user", "friend": "key -> user", "since": "instant"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (friend:User {id: row.friend})
MERGE (user)-[friendship:FRIEND]-(friend)
SET friendship.since = row.since
