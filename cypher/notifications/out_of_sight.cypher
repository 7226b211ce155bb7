// The keys of what these sessions' people were told of talk about shares, answers and coupons sent, out of sight now.
//
// They go with the sight of the share, whose asker is me unless the other asked; my own shares I see while they are live.
//
// mode: read
// example: {"ask": {"streams": [{"id": "1", "session": "ada-session", "since": null}]}, "now": "2030-01-01T00:00:00Z"}
// returns: keys
UNWIND $ask.streams AS stream
MATCH (me:User:Active)-[:SIGNED_IN]->(:Session {token_hash: stream.session})
MATCH (me)-[:TOLD]->(told:Notification)
WHERE told.kind IN ['message', 'question', 'answer', 'coupon_received', 'wish_match']
  AND (told.read_at IS NULL OR coalesce(told.newest_at > stream.since, true))
WITH told, coalesce([(told)-[:ABOUT]->(:Thread)<-[:TALKS_IN {asks: true}]-(other:User) | other][0], me) AS asker
WHERE NOT EXISTS {
  MATCH (told)-[:ABOUT*1..2]->(share:Share:Live)<-[:PUBLISHED]-(publisher:User:Active)
  MATCH (share)-[:OFFERS]->(coupon:Coupon)
  WHERE asker:Active AND share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
    AND NOT EXISTS { (asker)-[:BLOCKS]-(publisher) }
    AND CASE
      WHEN asker = publisher THEN true
      WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (asker)-[:FRIEND]-(publisher) } THEN true
      WHEN share.audience IN ['circle', 'public'] AND EXISTS {
        MATCH (asker)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } THEN true
      WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (asker)-[:FOLLOWS]->(publisher) } THEN true
      ELSE EXISTS { (share)-[:SENT_TO]->(asker) } END
}
WITH told.key AS key ORDER BY key
RETURN collect(key) AS keys
