// A share has one id.
//
// mode: schema
CREATE CONSTRAINT share_id_unique IF NOT EXISTS
FOR (share:Share) REQUIRE share.id IS UNIQUE
