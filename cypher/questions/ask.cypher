// Ask under a share that I may see; only its publisher and I read it until it is answered.
//
// The caller holds my lock, so that so many a day are not passed.
//
// mode: write
// example: {"me": "gus", "share": "bob-kettle", "question": "question-1", "text": "Does it whistle?",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (most:Rule {name: 'questions_per_day'})
WITH most, duration({hours: begins.value}) AS ahead
WITH most, datetime.truncate('day', $now + ahead) - ahead AS day
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
WITH *, COUNT { (me)-[:POSED]->(earlier:Question) WHERE earlier.at >= day AND earlier.id <> $question } AS today
MERGE (question:Question {id: $question})
  ON CREATE SET question.text = $text, question.at = $now
MERGE (me)-[:POSED]->(question)
MERGE (question)-[:ABOUT]->(share)
RETURN
  CASE WHEN me = publisher THEN 'own_share' WHEN today >= most.value THEN 'question_limit' END AS refused,
  CASE WHEN today >= most.value THEN most.value END AS limit,
  question.id AS id
