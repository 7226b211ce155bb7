// Each wish has its own id.
//
// mode: schema
CREATE CONSTRAINT wish_id_unique IF NOT EXISTS
FOR (wish:Wish) REQUIRE wish.id IS UNIQUE
