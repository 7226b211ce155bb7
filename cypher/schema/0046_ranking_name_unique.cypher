// A ranking has one name.
//
// mode: schema
CREATE CONSTRAINT ranking_name_unique IF NOT EXISTS
FOR (ranking:Ranking) REQUIRE ranking.name IS UNIQUE
