// A giveaway is drawn once.
//
// mode: schema
CREATE CONSTRAINT draw_giveaway_id_unique IF NOT EXISTS
FOR (draw:Draw) REQUIRE draw.giveaway_id IS UNIQUE
