// An operation happens once.
//
// mode: schema
CREATE CONSTRAINT op_id_unique IF NOT EXISTS
FOR (op:Op) REQUIRE op.id IS UNIQUE
