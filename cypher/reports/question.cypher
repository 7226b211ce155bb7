// A question, with its answer, as the subject of a report, by whoever may read it.
//
// `owner` is who wrote it; to its asker, who answered.
//
// mode: read
// example: {"me": "ada", "id": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me})
MATCH (publisher:User)-[:PUBLISHED]->(share:Share)<-[:ABOUT]-(question:Question {id: $id})
MATCH (share)-[:OFFERS]->(coupon:Coupon)
OPTIONAL MATCH (asker:User)-[:POSED]->(question)
WITH *
WHERE me IN [publisher, asker]
  OR (question.answered_at IS NOT NULL AND question.withdrawn_at IS NULL AND question.hidden_at IS NULL
    AND publisher:Active AND share:Live AND share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
    AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
    AND CASE
      WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN true
      WHEN share.audience IN ['circle', 'public'] AND EXISTS {
        MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } THEN true
      WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN true
      ELSE EXISTS { (share)-[:SENT_TO]->(me) } END)
RETURN CASE me WHEN asker THEN publisher.id ELSE coalesce(asker.id, publisher.id) END AS owner
