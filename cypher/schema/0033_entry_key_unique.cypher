// A person enters a giveaway once.
//
// mode: schema
CREATE CONSTRAINT entry_key_unique IF NOT EXISTS
FOR (entry:Entry) REQUIRE entry.key IS UNIQUE
