// Questions under a share that I may see, the latest first, or one of them: what is answered, and mine.
//
// The publisher also sees what waits. Nobody is named. No row: no such share for me.
//
// mode: read
// example: {"me": "ada", "share": "ada-kettle", "question": null, "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: items
MATCH (me:User:Active {id: $me})
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live {id: $share})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
  AND CASE
    WHEN me = publisher THEN true
    WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN true
    WHEN share.audience IN ['circle', 'public'] AND EXISTS {
      MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } THEN true
    WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN true
    ELSE EXISTS { (share)-[:SENT_TO]->(me) } END
RETURN COLLECT {
  MATCH (question:Question)-[:ABOUT]->(share)
  WHERE question.hidden_at IS NULL AND question.withdrawn_at IS NULL
    AND ($question IS NULL OR question.id = $question) AND ($before IS NULL
      OR question.at < $before OR (question.at = $before AND question.id > $before_id))
  OPTIONAL MATCH (asker:User)-[:POSED]->(question)
  WITH me, publisher, question, asker
  WHERE asker IS NULL OR asker = me OR asker:Active AND NOT EXISTS { (asker)-[:BLOCKS]-(me) }
    AND NOT EXISTS { (asker)-[:BLOCKS]-(publisher) } AND (me = publisher OR question.answered_at IS NOT NULL)
  RETURN question {.id, .text, .at, .answer, .answered_at, mine: coalesce(asker = me, false)}
  ORDER BY question.at DESC, question.id LIMIT $limit
} AS items
