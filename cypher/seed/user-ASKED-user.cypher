// Friend requests, open and declined.
//
// mode: write
// example: {"rows": [{"id": "zoe-asks-ada", "user": "fay", "asked": "ada",
//   "at": "2029-12-30T00:00:00Z", "expires_at": "2030-01-13T00:00:00Z"}]}
// returns:
// columns: {"id": "id", "user": "key -> user", "asked": "key -> user", "at": "instant",
//   "message": "text(1,100)?", "expires_at": "instant", "declined_at": "instant?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (other:User {id: row.asked})
MERGE (user)-[request:ASKED]->(other)
SET request += row {.id, .at, .message, .expires_at, .declined_at}
