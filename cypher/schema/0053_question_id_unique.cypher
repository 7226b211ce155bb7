// Each question has its own id.
//
// mode: schema
CREATE CONSTRAINT question_id_unique IF NOT EXISTS
FOR (question:Question) REQUIRE question.id IS UNIQUE
