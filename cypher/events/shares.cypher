// Shares published lately that these people may see, others' only, as the feed shows them.
//
// A stream reads it as a hint that there is more. `ask` is a map for the same reason as in
// notifications/list.
//
// mode: read
// example: {"ask": {"streams": [{"id": "1", "user": "ada", "since": "2029-12-01T00:00:00Z"}]},
//   "since": "2029-12-01T00:00:00Z", "now": "2030-01-01T00:00:00Z"}
// returns: stream, shares
MATCH (share:Share:Live)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)
WHERE share.published_at > $since AND share.published_at <= $now
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
WITH share, [shop, category] AS sources
UNWIND $ask.streams AS stream
MATCH (me:User:Active {id: stream.user})
WHERE share.published_at > stream.since
// part: parts/sight
WITH stream, share, way, me, [publisher] + sources AS sources
WHERE way > 0 AND NOT EXISTS {
  (me)-[mute:MUTES]->(muted) WHERE muted IN sources AND coalesce($now < mute.until, true) }
WITH stream.id AS stream, share
ORDER BY share.published_at DESC, share.id
RETURN stream, collect(share {.id, .published_at})[..1000] AS shares
ORDER BY stream
