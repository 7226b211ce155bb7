// Ask under a share that I may see; only its publisher and I read it until it is answered.
//
// The caller's transaction holds my lock, so that the daily limit holds.
//
// mode: write
// example: {"me": "gus", "share": "bob-kettle", "question": "question-1",
//   "text": "Does it whistle?", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id
MATCH (most:Rule {name: 'questions_per_day'})
MATCH (me:User:Active {id: $me}), (share:Share {id: $share})
// part: parts/today
// part: parts/sight
WITH *, most.value <= COUNT {
  (me)-[:POSED]->(earlier:Question)
  WHERE earlier.at >= today AND earlier.id <> $question } AS too_many
MERGE (question:Question {id: $question})
  ON CREATE SET question.text = $text, question.at = $now
MERGE (me)-[:POSED]->(question)
MERGE (question)-[:ABOUT]->(share)
RETURN
  CASE WHEN way = 0 THEN 'own_share' WHEN too_many THEN 'question_limit' END AS refused,
  CASE WHEN too_many THEN most.value END AS limit,
  question.id AS id
