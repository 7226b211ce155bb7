// People and the creators they follow.
//
// mode: write
// example: {"rows": [{"user": "ada", "creator": "ivy", "since": "2029-01-01T00:00:00Z"}]}
// returns:
// columns: {"user": "key -> user", "creator": "key -> user", "since": "instant"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (creator:User {id: row.creator})
MERGE (user)-[follows:FOLLOWS]->(creator)
SET follows.since = row.since
