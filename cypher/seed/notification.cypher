// People's notifications, by key.
//
// mode: write
// example: {"rows": [{"key": "ada:friend_request:fay", "user": "ada", "kind": "friend_request",
//   "count": 1, "newest_at": "2029-12-30T00:00:00Z"}]}
// returns:
// columns: {"key": "key id", "user": "-> user", "kind": "id", "count": "int(1,1000000)",
//   "newest_at": "instant", "read_at": "instant?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user})
MERGE (notification:Notification {key: row.key})
SET notification += row {.kind, .count, .newest_at, .read_at}
MERGE (user)-[:TOLD]->(notification)
