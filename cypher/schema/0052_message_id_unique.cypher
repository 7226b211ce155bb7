// Each message has its own id.
//
// mode: schema
CREATE CONSTRAINT message_id_unique IF NOT EXISTS
FOR (message:Message) REQUIRE message.id IS UNIQUE
