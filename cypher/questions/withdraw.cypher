// Withdraw a question of mine, or remove one under a share of mine; nobody sees it any more.
//
// When no question waits there any more, the publisher's notification counts as read.
//
// mode: write
// example: {"me": "ada", "question": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User {id: $me}), (question:Question {id: $question})
WHERE EXISTS { (me)-[:POSED]->(question) }
  OR EXISTS { (me)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(question) }
SET question.withdrawn_at = coalesce(question.withdrawn_at, $now)
WITH question
MATCH (question)-[:ABOUT]->(share:Share)<-[:PUBLISHED]-(publisher:User)
OPTIONAL MATCH (notification:Notification {key: publisher.id + ':question:' + share.id})
WHERE NOT EXISTS {
  (other:Question)-[:ABOUT]->(share)
  WHERE coalesce(other.answered_at, other.hidden_at, other.withdrawn_at) IS NULL }
SET notification.read_at = coalesce(notification.read_at, $now)
RETURN question.id AS id
