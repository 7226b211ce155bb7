// What one person shares that I may see now, newest first: the way is 0 mine, 1 friend, 2 through a bridge, 3 follow, 4 direct.
//
// Without a row there is nobody of whom I could see anything. Following shows what is public and makes nobody a bridge.
//
// mode: read
// example: {"me": "ada", "user": "bob", "before": null, "before_id": null, "limit": 21, "now": "2030-01-01T00:00:00Z"}
// returns: found
MATCH (me:User:Active {id: $me})
MATCH (publisher:User:Active)
WHERE publisher.id = $user AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
WITH me, publisher, EXISTS { (me)-[:FRIEND]-(publisher) } AS friends, COLLECT {
  MATCH (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge
  RETURN bridge.id ORDER BY bridge.id } AS bridges
RETURN COLLECT {
  MATCH (publisher)-[:PUBLISHED]->(share:Share:Live)-[:OFFERS]->(coupon:Coupon)
  WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
    AND ($before IS NULL
      OR share.published_at < $before
      OR (share.published_at = $before AND share.id > $before_id))
  WITH share, CASE
    WHEN me = publisher THEN 0
    WHEN share.audience IN ['friends', 'circle', 'public'] AND friends THEN 1
    WHEN share.audience IN ['circle', 'public'] AND size(bridges) > 0 THEN 2
    WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN 3
    WHEN EXISTS { (share)-[:SENT_TO]->(me) } THEN 4 END AS way
  WHERE way IS NOT NULL
  RETURN {id: share.id, published_at: share.published_at, way: way, bridges: bridges}
  ORDER BY share.published_at DESC, share.id LIMIT $limit
} AS found
