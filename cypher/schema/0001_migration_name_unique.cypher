// Each schema statement is recorded once.
//
// mode: schema
CREATE CONSTRAINT migration_name_unique IF NOT EXISTS
FOR (migration:Migration) REQUIRE migration.name IS UNIQUE
