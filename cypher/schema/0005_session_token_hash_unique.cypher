// Sessions by the hash of their token; each hash is of one session.
//
// mode: schema
CREATE CONSTRAINT session_token_hash_unique IF NOT EXISTS
FOR (session:Session) REQUIRE session.token_hash IS UNIQUE
