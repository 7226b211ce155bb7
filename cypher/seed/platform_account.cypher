// People's accounts on platforms. The platform's own id arrives here already hashed.
//
// mode: write
// example: {"rows": [{"id": "ada-jd", "user": "ada", "platform": "jd", "external_id": "0f1e2d",
//   "linked_at": "2029-01-01T00:00:00Z"}]}
// returns:
// columns: {"id": "key id", "user": "-> user", "platform": "-> platform", "external_id": "hashed",
//   "linked_at": "instant"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (platform:Platform {id: row.platform})
MERGE (account:PlatformAccount {key: row.platform + ':' + row.external_id})
SET account += row {.id, .linked_at}
MERGE (user)-[:HAS]->(account)
MERGE (account)-[:ON]->(platform)
