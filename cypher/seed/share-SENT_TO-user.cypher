// Shares sent directly to a friend.
//
// mode: write
// example: {"rows": [{"share": "ada-kettle", "user": "bob", "at": "2029-12-30T00:00:00Z"}]}
// returns:
// columns: {"share": "key -> share", "user": "key -> user", "at": "instant"}
UNWIND $rows AS row
MATCH (share:Share {id: row.share}), (user:User {id: row.user})
MERGE (share)-[sent:SENT_TO]->(user)
SET sent.at = row.at
