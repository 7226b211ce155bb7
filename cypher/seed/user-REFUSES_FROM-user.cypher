// People whose direct sends a person refuses.
//
// mode: write
// example: {"rows": [{"user": "ada", "sender": "bob", "since": "2029-01-01T00:00:00Z"}]}
// returns:
// columns: {"user": "key -> user", "sender": "key -> user", "since": "instant"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (sender:User {id: row.sender})
MERGE (user)-[refuses:REFUSES_FROM]->(sender)
SET refuses.since = row.since
