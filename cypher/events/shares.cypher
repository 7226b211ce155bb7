// Shares published lately that these people may see, others' only, as the feed shows them: a hint that there is more.
//
// `ask` is a map for the same reason as in notifications/told.
//
// mode: read
// example: {"ask": {"streams": [{"id": "1", "user": "ada", "since": "2029-12-01T00:00:00Z"}]},
//   "since": "2029-12-01T00:00:00Z", "now": "2030-01-01T00:00:00Z"}
// returns: stream, shares
MATCH (publisher:User&Active)-[:PUBLISHED]->(share:Share&Live)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)
WHERE share.published_at > $since AND share.published_at <= $now
  AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
WITH publisher, share, [publisher, shop, category] AS sources
UNWIND $ask.streams AS stream
MATCH (me:User&Active {id: stream.user})
WHERE me <> publisher AND share.published_at > stream.since
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
  AND ((share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) })
    OR (share.audience IN ['circle', 'public']
      AND EXISTS { MATCH (me)-[:FRIEND]-(bridge:User&Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge })
    OR (share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) })
    OR EXISTS { (share)-[:SENT_TO]->(me) })
  AND NOT EXISTS { (me)-[mute:MUTES]->(muted) WHERE muted IN sources AND coalesce($now < mute.until, true) }
WITH stream.id AS stream, share
ORDER BY share.published_at DESC, share.id
RETURN stream, collect(share {.id, .published_at})[..1000] AS shares
ORDER BY stream
