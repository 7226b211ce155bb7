// A friend request has one id.
//
// mode: schema
CREATE CONSTRAINT asked_id_unique IF NOT EXISTS
FOR ()-[asked:ASKED]-() REQUIRE asked.id IS UNIQUE
