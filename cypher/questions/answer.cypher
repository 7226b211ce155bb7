// Answer a question under a share of mine, or change the answer.
//
// Everyone who may see the share reads both. The answer marks my notification of the share's
// questions as read.
//
// mode: write
// example: {"me": "ada", "question": "gus-asks-ada-kettle", "text": "Yes, softly.",
//   "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User:Active {id: $me})-[:PUBLISHED]->(share:Share)
  <-[:ABOUT]-(question:Question {id: $question})
WHERE question.hidden_at IS NULL
  AND question.withdrawn_at IS NULL
SET
  question.answer = $text,
  question.answered_at = coalesce(question.answered_at, $now)
WITH me, share, question
OPTIONAL MATCH (notification:Notification {key: me.id + ':question:' + share.id})
SET notification.read_at = coalesce(notification.read_at, $now)
RETURN question.id AS id
