// A shop's reply as the subject of a report, by whoever may see its share.
//
// mode: read
// example: {"me": "ada", "id": "reply-1", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me})
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live)<-[:TO]-(reply:Reply {id: $id})<-[:REPLIED]-(owner:User)
MATCH (share)-[:OFFERS]->(coupon:Coupon)
WHERE reply.withdrawn_at IS NULL AND reply.hidden_at IS NULL
  AND share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
  AND CASE
    WHEN me = publisher THEN true
    WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN true
    WHEN share.audience IN ['circle', 'public'] AND EXISTS {
      MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } THEN true
    WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN true
    ELSE EXISTS { (share)-[:SENT_TO]->(me) } END
RETURN owner.id AS owner
