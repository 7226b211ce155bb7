// Each reply of a shop has its own id.
//
// mode: schema
CREATE CONSTRAINT reply_id_unique IF NOT EXISTS
FOR (reply:Reply) REQUIRE reply.id IS UNIQUE
