// May I see this share now? The nearest way to it, and the bridges between its publisher and me.
//
// `me` is an active person: the query checks it. No row: I may not see the share. `way` is 0 for my
// own, 1 from a friend, 2 through a bridge, 3 from a creator I follow, 4 sent to me. A share is
// live while it is published, nobody withdrew, held or removed it, and its coupon is not revoked.
//
// mode: part
// takes: me, share
// gives: publisher, way, bridges
// example: {"now": "2030-01-01T00:00:00Z"}
CALL (me, share) {
  MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Live)
  WHERE share.published_at <= $now AND $now < share.expires_at
    AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
  WITH me, share, publisher, COLLECT {
    MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge
    RETURN bridge ORDER BY bridge.id
  } AS bridges
  WITH publisher, bridges, CASE
    WHEN me = publisher THEN 0
    WHEN share.audience IN ['friends', 'circle', 'public']
      AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN 1
    WHEN share.audience IN ['circle', 'public'] AND size(bridges) > 0 THEN 2
    WHEN share.audience = 'public' AND publisher:Creator
      AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN 3
    WHEN EXISTS { (share)-[:SENT_TO]->(me) } THEN 4
  END AS way
  WHERE way IS NOT NULL
  RETURN publisher, way, bridges
}
