// Answer a question under a share of mine, or better the answer; whoever may see the share reads both.
//
// mode: write
// example: {"viewer": "ada", "question": "gus-asks-ada-kettle", "text": "Yes, softly.", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $viewer})-[:PUBLISHED]->(:Share)<-[:ABOUT]-(question:Question {id: $question})
WHERE question.hidden_at IS NULL AND question.withdrawn_at IS NULL
SET question.answer = $text, question.answered_at = coalesce(question.answered_at, $now)
RETURN question.id AS id
