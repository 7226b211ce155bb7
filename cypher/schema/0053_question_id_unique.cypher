// Each question has an id of its own.
//
// mode: schema
CREATE CONSTRAINT question_id_unique IF NOT EXISTS
FOR (question:Question) REQUIRE question.id IS UNIQUE
