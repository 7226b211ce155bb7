// May I look into this thread? We both may, while its asker may see the share that it is about.
//
// mode: read
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})-[:TALKS_IN]->(thread:Thread {id: $thread})-[:ABOUT]->(share:Share:Live)
MATCH (asker:User:Active)-[:TALKS_IN {asks: true}]->(thread)
MATCH (publisher:User:Active)-[:PUBLISHED]->(share)-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (asker)-[:BLOCKS]-(publisher) }
  AND CASE
    WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (asker)-[:FRIEND]-(publisher) } THEN true
    WHEN share.audience IN ['circle', 'public'] AND EXISTS {
      MATCH (asker)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } THEN true
    WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (asker)-[:FOLLOWS]->(publisher) } THEN true
    ELSE EXISTS { (share)-[:SENT_TO]->(asker) } END
RETURN thread.id AS id
