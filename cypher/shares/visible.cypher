// Which of these shares I may see now, and the nearest way by which I do.
//
// mode: read
// example: {"viewer": "ada", "shares": ["bob-kettle", "eve-lamp"], "now": "2030-01-01T00:00:00Z"}
// returns: id, via, mutual_count, bridges
MATCH (viewer:User:Active {id: $viewer})
UNWIND $shares AS wanted
WITH DISTINCT viewer, wanted
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live {id: wanted})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (viewer)-[:BLOCKS]-(publisher) }
WITH viewer, publisher, share, COLLECT {
  MATCH (viewer)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge
  RETURN bridge ORDER BY bridge.id } AS bridges
WITH *, CASE
  WHEN viewer = publisher THEN 'self'
  WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (viewer)-[:FRIEND]-(publisher) } THEN 'friend'
  WHEN share.audience IN ['circle', 'public'] AND size(bridges) > 0 THEN 'circle'
  WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (viewer)-[:FOLLOWS]->(publisher) } THEN 'follow'
  WHEN EXISTS { (share)-[:SENT_TO]->(viewer) } THEN 'direct' END AS via
WHERE via IS NOT NULL
RETURN
  share.id AS id,
  via,
  size(bridges) AS mutual_count,
  [bridge IN bridges WHERE bridge.bridge = 'named' | bridge {.id, .display_name}][..3] AS bridges
ORDER BY id
