// A session has one id, to list it and to revoke it.
//
// mode: schema
CREATE CONSTRAINT session_id_unique IF NOT EXISTS
FOR (session:Session) REQUIRE session.id IS UNIQUE
