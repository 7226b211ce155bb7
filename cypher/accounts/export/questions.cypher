// Questions I asked under shares, and questions I answered.
//
// mode: read
// example: {"me": "ada"}
// returns: id, share_id, asked, text, at, answer, answered_at, withdrawn_at, hidden_at
MATCH (me:User {id: $me})
CALL (me) {
  MATCH (me)-[:POSED]->(question:Question)
  RETURN question, true AS asked
  UNION
  MATCH (me)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(question:Question)
  WHERE question.answered_at IS NOT NULL
  RETURN question, false AS asked
}
MATCH (question)-[:ABOUT]->(share:Share)
RETURN
  question.id AS id,
  share.id AS share_id,
  asked,
  question.text AS text,
  question.at AS at,
  question.answer AS answer,
  question.answered_at AS answered_at,
  question.withdrawn_at AS withdrawn_at,
  question.hidden_at AS hidden_at
ORDER BY at, id
