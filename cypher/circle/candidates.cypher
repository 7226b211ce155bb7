// The newest shares that a ranked feed may choose from: those that the feed shows, published by then.
//
// Each with its nearest way: 1 friend, 2 through a bridge, 3 follow, 4 direct; `sent` when it was sent to me besides.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "as_of": "2030-01-01T00:00:00Z", "limit": 201,
//   "platform": null, "category": null, "degree": null, "min_discount": null, "expiring_by": null,
//   "include_exhausted": false}
// returns: id, way, sent, bridges
MATCH (me:User:Active {id: $me})
WITH me, COLLECT { MATCH (me)-[:BLOCKS]-(blocked) RETURN blocked } AS blocked
CALL (me) {
  MATCH (me)-[:FRIEND]-{0,1}(bridge:User&Active)-[:REACHES]->(publisher:User&Active)
  WHERE publisher <> me AND (bridge = me OR NOT bridge:NoBridge)
  WITH publisher, min(CASE WHEN bridge = me THEN 1 ELSE 2 END) AS way, collect(nullIf(bridge, me)) AS bridges
  MATCH (publisher)-[:PUBLISHED]->(share:Live)
  WHERE share.audience <> 'direct' AND (way = 1 OR share.audience <> 'friends')
  RETURN publisher, share, way, bridges
UNION ALL
  MATCH (me)-[:FOLLOWS]->(publisher:Active&Creator)-[:PUBLISHED]->(share:Live {audience: 'public'})
  RETURN publisher, share, 3 AS way, [] AS bridges
UNION ALL
  MATCH (me)<-[:SENT_TO]-(share:Live)<-[:PUBLISHED]-(publisher:User&Active)
  RETURN publisher, share, 4 AS way, [] AS bridges
}
WITH me, blocked, publisher, share, min(way) AS way, max(way) = 4 AS sent, head(collect(bridges)) AS bridges
WHERE share.published_at <= $as_of AND $now < share.expires_at AND NOT publisher IN blocked
  AND ($degree IS NULL OR way = $degree) AND ($expiring_by IS NULL OR share.expires_at < $expiring_by)
ORDER BY share.published_at DESC, share.id
MATCH (share)-[:OFFERS]->(coupon:Coupon WHERE coupon.revoked_at IS NULL)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
WHERE ($platform IS NULL OR platform.id = $platform) AND ($category IS NULL OR category.id = $category)
  AND NOT EXISTS { (me)-[:HIDES]->(share) } AND ($min_discount IS NULL OR $min_discount <= CASE coupon.kind WHEN 'fixed' THEN coupon.value
    ELSE coalesce(coupon.max_off_fen, $min_discount) END)
  AND NOT EXISTS { (me)-[mute:MUTES]->(muted) WHERE muted IN [publisher, shop, category] AND coalesce($now < mute.until, true) }
  AND ($include_exhausted OR coupon.quota > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)
    WHERE claim.returned_at IS NULL AND claim.revoked_at IS NULL })
WITH share, way, sent, bridges ORDER BY share.published_at DESC, share.id LIMIT $limit
RETURN share.id AS id, way, sent, [bridge IN bridges | bridge.id] AS bridges
ORDER BY share.published_at DESC, share.id
