// Each reply of a shop has an id of its own.
//
// mode: schema
CREATE CONSTRAINT reply_id_unique IF NOT EXISTS
FOR (reply:Reply) REQUIRE reply.id IS UNIQUE
