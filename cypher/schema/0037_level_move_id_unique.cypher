// Each move of a level has its own id.
//
// mode: schema
CREATE CONSTRAINT level_move_id_unique IF NOT EXISTS
FOR (move:LevelMove) REQUIRE move.id IS UNIQUE
