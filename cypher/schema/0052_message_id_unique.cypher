// Each message has an id of its own.
//
// mode: schema
CREATE CONSTRAINT message_id_unique IF NOT EXISTS
FOR (message:Message) REQUIRE message.id IS UNIQUE
