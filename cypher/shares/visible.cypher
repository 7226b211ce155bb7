// Which of these shares I may see now: by the nearest way, 0 mine, 1 friend, 2 through a bridge, 3 follow, 4 direct.
//
// mode: read
// example: {"me": "ada", "shares": ["bob-kettle", "eve-lamp"], "now": "2030-01-01T00:00:00Z"}
// returns: id, way, bridges
MATCH (me:User:Active {id: $me})
UNWIND $shares AS wanted
WITH DISTINCT me, wanted
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live {id: wanted})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
WITH me, publisher, share, COLLECT {
  MATCH (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge
  RETURN bridge.id ORDER BY bridge.id } AS bridges
WITH *, CASE
  WHEN me = publisher THEN 0
  WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN 1
  WHEN share.audience IN ['circle', 'public'] AND size(bridges) > 0 THEN 2
  WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN 3
  WHEN EXISTS { (share)-[:SENT_TO]->(me) } THEN 4 END AS way
WHERE way IS NOT NULL
RETURN share.id AS id, way, bridges
ORDER BY id
