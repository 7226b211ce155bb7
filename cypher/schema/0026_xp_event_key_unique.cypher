// A line of the ledger is written once.
//
// mode: schema
CREATE CONSTRAINT xp_event_key_unique IF NOT EXISTS
FOR (xp_event:XpEvent) REQUIRE xp_event.key IS UNIQUE
