// Every applied schema statement, with its checksum.
//
// mode: read
// example: {}
// returns: name, checksum
MATCH (migration:Migration)
RETURN migration.name AS name, migration.checksum AS checksum
ORDER BY name
