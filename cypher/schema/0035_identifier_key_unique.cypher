// A device, payment or address is one identifier.
//
// mode: schema
CREATE CONSTRAINT identifier_key_unique IF NOT EXISTS
FOR (identifier:Identifier) REQUIRE identifier.key IS UNIQUE
