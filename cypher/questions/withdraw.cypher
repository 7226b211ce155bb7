// Take a question of mine back, or one under a share of mine away; nobody sees it any more.
//
// mode: write
// example: {"viewer": "ada", "question": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (viewer:User {id: $viewer}), (question:Question {id: $question})
WHERE EXISTS { (viewer)-[:POSED]->(question) } OR EXISTS { (viewer)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(question) }
SET question.withdrawn_at = coalesce(question.withdrawn_at, $now)
RETURN question.id AS id
