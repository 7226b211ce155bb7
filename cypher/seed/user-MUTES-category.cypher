// Categories that a person mutes.
//
// mode: write
// example: {"rows": [{"user": "ada", "muted": "kitchen", "since": "2029-12-01T00:00:00Z"}]}
// returns:
// columns: {"user": "key -> user", "muted": "key -> category", "since": "instant",
//   "until": "instant?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (muted:Category {id: row.muted})
MERGE (user)-[mutes:MUTES]->(muted)
SET mutes += row {.since, .until}
