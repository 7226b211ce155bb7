// Suggestions of people that a person dismissed.
//
// mode: write
// example: {"rows": [{"user": "ada", "dismissed": "leo", "since": "2029-01-01T00:00:00Z"}]}
// returns:
// columns: {"user": "key -> user", "dismissed": "key -> user", "since": "instant"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (dismissed:User {id: row.dismissed})
MERGE (user)-[edge:DISMISSED]->(dismissed)
SET edge.since = row.since
