// A program has one id.
//
// mode: schema
CREATE CONSTRAINT program_id_unique IF NOT EXISTS
FOR (program:Program) REQUIRE program.id IS UNIQUE
