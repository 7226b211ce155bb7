// The hash of a link code is stored once.
//
// mode: schema
CREATE CONSTRAINT link_code_code_hash_unique IF NOT EXISTS
FOR (link_code:LinkCode) REQUIRE link_code.code_hash IS UNIQUE
