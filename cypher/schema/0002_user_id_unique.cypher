// A person has one id.
//
// mode: schema
CREATE CONSTRAINT user_id_unique IF NOT EXISTS
FOR (user:User) REQUIRE user.id IS UNIQUE
