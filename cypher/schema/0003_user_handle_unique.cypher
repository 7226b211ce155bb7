// A handle, folded, belongs to one person.
//
// mode: schema
CREATE CONSTRAINT user_handle_unique IF NOT EXISTS
FOR (user:User) REQUIRE user.handle IS UNIQUE
