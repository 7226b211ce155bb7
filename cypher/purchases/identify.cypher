// What orders tell of a device, a payment or an address stays with the platform's account.
//
// mode: write
// example: {"rows": [{"account": "jd:0f1e2d", "identifiers": [{"key": "address:00", "kind": "address"}]}],
//   "now": "2030-01-01T00:00:00Z"}
// returns:
UNWIND $rows AS row
UNWIND row.identifiers AS told
WITH DISTINCT row.account AS holder, told
ORDER BY holder, told.key
MATCH (account:PlatformAccount {key: holder})
MERGE (identifier:Identifier {key: told.key})
  ON CREATE SET identifier.kind = told.kind
MERGE (account)-[showed:SHOWED]->(identifier)
  ON CREATE SET showed.since = $now
