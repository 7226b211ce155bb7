// One person owns a folded handle.
//
// mode: schema
CREATE CONSTRAINT user_handle_unique IF NOT EXISTS
FOR (user:User) REQUIRE user.handle IS UNIQUE
