// A share has one reply.
//
// mode: schema
CREATE CONSTRAINT reply_key_unique IF NOT EXISTS
FOR (reply:Reply) REQUIRE reply.key IS UNIQUE
