// A code that links an account is used once.
//
// mode: schema
CREATE CONSTRAINT link_code_code_hash_unique IF NOT EXISTS
FOR (link_code:LinkCode) REQUIRE link_code.code_hash IS UNIQUE
