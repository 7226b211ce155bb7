// A session is listed and revoked by its id.
//
// mode: schema
CREATE CONSTRAINT session_id_unique IF NOT EXISTS
FOR (session:Session) REQUIRE session.id IS UNIQUE
