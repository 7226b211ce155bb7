// A level has one rank.
//
// mode: schema
CREATE CONSTRAINT level_rank_unique IF NOT EXISTS
FOR (level:Level) REQUIRE level.rank IS UNIQUE
