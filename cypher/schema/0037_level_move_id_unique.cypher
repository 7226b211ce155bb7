// Every move of a level has an id of its own.
//
// mode: schema
CREATE CONSTRAINT level_move_id_unique IF NOT EXISTS
FOR (move:LevelMove) REQUIRE move.id IS UNIQUE
