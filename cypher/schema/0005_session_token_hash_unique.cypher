// A session is found by the hash of its token.
//
// mode: schema
CREATE CONSTRAINT session_token_hash_unique IF NOT EXISTS
FOR (session:Session) REQUIRE session.token_hash IS UNIQUE
