// People, with the labels for their state and their roles.
//
// mode: write
// example: {"rows": [{"id": "zed", "handle": "zed", "display_name": "Zed", "locale": "en",
//   "created_at": "2029-01-01T00:00:00Z", "bridge": "counted", "discoverable": true,
//   "roles": ["Creator"]}]}
// returns:
// columns: {"id": "key id", "handle": "text(2,32)", "display_name": "text(1,40)",
//   "locale": "one of zh|en", "created_at": "instant", "bridge": "one of named|counted|off",
//   "discoverable": "bool", "roles": "some of Creator|Merchant|Admin|Analyst?",
//   "deactivated_at": "instant?", "suspended_at": "instant?"}
UNWIND $rows AS row
MERGE (user:User {id: row.id})
  ON CREATE SET user.level = 0, user.xp = 0, user.version = 1
SET user += row {
  .handle, .display_name, .locale, .created_at, .bridge, .discoverable,
  .deactivated_at, .suspended_at
}
REMOVE user:Active:NoBridge:Creator:Merchant:Admin:Analyst
SET user:$(coalesce(row.roles, []))
SET user:$(CASE
  WHEN coalesce(row.deactivated_at, row.suspended_at) IS NULL THEN ['Active']
  ELSE []
END)
SET user:$(CASE row.bridge WHEN 'off' THEN ['NoBridge'] ELSE [] END)
