// A giveaway has one id.
//
// mode: schema
CREATE CONSTRAINT giveaway_id_unique IF NOT EXISTS
FOR (giveaway:Giveaway) REQUIRE giveaway.id IS UNIQUE
