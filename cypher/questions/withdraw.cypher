// Take a question of mine back, or one under a share of mine away; nobody sees it any more.
//
// When none waits there any more, the publisher has nothing left to read of them.
//
// mode: write
// example: {"me": "ada", "question": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User {id: $me}), (question:Question {id: $question})
WHERE EXISTS { (me)-[:POSED]->(question) } OR EXISTS { (me)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(question) }
SET question.withdrawn_at = coalesce(question.withdrawn_at, $now)
WITH question
MATCH (question)-[:ABOUT]->(share:Share)<-[:PUBLISHED]-(publisher:User)
OPTIONAL MATCH (told:Notification {key: publisher.id + ':question:' + share.id})
WHERE NOT EXISTS { (other:Question)-[:ABOUT]->(share)
  WHERE other.answered_at IS NULL AND other.hidden_at IS NULL AND other.withdrawn_at IS NULL }
SET told.read_at = coalesce(told.read_at, $now)
RETURN question.id AS id
