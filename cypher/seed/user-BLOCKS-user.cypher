// Blocks between people.
//
// mode: write
// example: {"rows": [{"user": "ada", "blocked": "hal", "since": "2029-01-01T00:00:00Z"}]}
// returns:
// columns: {"user": "key -> user", "blocked": "key -> user", "since": "instant"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (blocked:User {id: row.blocked})
MERGE (user)-[blocks:BLOCKS]->(blocked)
SET blocks.since = row.since
