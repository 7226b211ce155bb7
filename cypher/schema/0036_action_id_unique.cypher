// An act of an admin is recorded once.
//
// mode: schema
CREATE CONSTRAINT action_id_unique IF NOT EXISTS
FOR (action:Action) REQUIRE action.id IS UNIQUE
