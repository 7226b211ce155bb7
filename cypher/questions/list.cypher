// Questions under a share that I may see, the latest first, or one of them: the answered ones, and
// mine.
//
// The publisher also reads what waits. Nobody is named. No row: no such share for me.
//
// mode: read
// example: {"me": "ada", "share": "ada-kettle", "question": null, "before": null,
//   "before_id": null, "limit": 21, "now": "2030-01-01T00:00:00Z"}
// returns: items
MATCH (me:User:Active {id: $me}), (share:Share {id: $share})
// part: parts/sight
RETURN COLLECT {
  MATCH (question:Question)-[:ABOUT]->(share)
  WHERE question.hidden_at IS NULL AND question.withdrawn_at IS NULL
    AND ($question IS NULL OR question.id = $question)
    AND ($before IS NULL OR question.at < $before
      OR (question.at = $before AND question.id > $before_id))
  OPTIONAL MATCH (asker:User)-[:POSED]->(question)
  WITH me, publisher, question, asker
  WHERE asker IS NULL OR asker = me
    OR (asker:Active AND NOT EXISTS { (asker)-[:BLOCKS]-(me) }
      AND NOT EXISTS { (asker)-[:BLOCKS]-(publisher) }
      AND (me = publisher OR question.answered_at IS NOT NULL))
  RETURN question {.id, .text, .at, .answer, .answered_at, mine: coalesce(asker = me, false)}
  ORDER BY question.at DESC, question.id LIMIT $limit
} AS items
