// Keep the devices, payments and addresses of orders with the account at the platform.
//
// mode: write
// example: {"rows": [{"account": "jd:0f1e2d",
//   "identifiers": [{"key": "address:00", "kind": "address"}]}], "now": "2030-01-01T00:00:00Z"}
// returns:
UNWIND $rows AS row
UNWIND row.identifiers AS shown
WITH DISTINCT row.account AS holder, shown
ORDER BY holder, shown.key
MATCH (account:PlatformAccount {key: holder})
MERGE (identifier:Identifier {key: shown.key})
  ON CREATE SET identifier.kind = shown.kind
MERGE (account)-[showed:SHOWED]->(identifier)
  ON CREATE SET showed.since = $now
