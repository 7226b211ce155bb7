// A class of senders is stored once.
//
// mode: schema
CREATE CONSTRAINT sender_class_id_unique IF NOT EXISTS
FOR (class:SenderClass) REQUIRE class.id IS UNIQUE
