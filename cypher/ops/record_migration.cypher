// Record that a schema statement has been applied.
//
// mode: write
// example: {"name": "0001_user_id_unique", "checksum": "00"}
// returns:
MERGE (migration:Migration {name: $name})
  ON CREATE SET migration.checksum = $checksum, migration.applied_at = datetime()
