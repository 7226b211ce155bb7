// The newest shares my circle can show me: from friends, through friends, from creators, sent to me.
//
// Answers one row while the session lasts, whatever it finds. Each share comes once, by its nearest
// way: 1 friend, 2 through a bridge, 3 follow, 4 direct. REACHES leads only to people who published.
// The order is asked for twice: the second time it stands already, so the reading stops at the limit.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z", "before": null, "before_id": null,
//   "limit": 21, "platform": null, "category": null, "degree": null, "min_discount": null,
//   "expiring_by": null, "include_exhausted": false}
// returns: items
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session}) WHERE $now < session.expires_at
WITH me, COLLECT { MATCH (me)-[:BLOCKS]-(blocked) RETURN blocked } AS blocked
RETURN COLLECT {
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
  WITH me, blocked, publisher, share, min(way) AS way, head(collect(bridges)) AS bridges
  WHERE share.published_at <= $now AND $now < share.expires_at AND NOT publisher IN blocked
    AND ($before IS NULL OR share.published_at < $before OR (share.published_at = $before AND share.id > $before_id))
    AND ($degree IS NULL OR way = $degree) AND ($expiring_by IS NULL OR share.expires_at < $expiring_by)
  ORDER BY share.published_at DESC, share.id
  MATCH (share)-[:OFFERS]->(coupon:Coupon WHERE coupon.revoked_at IS NULL)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
  WHERE ($platform IS NULL OR platform.id = $platform) AND ($category IS NULL OR category.id = $category)
    AND NOT EXISTS { (me)-[:HIDES]->(share) } AND ($min_discount IS NULL OR $min_discount <= CASE coupon.kind WHEN 'fixed' THEN coupon.value
      ELSE coalesce(coupon.max_off_fen, $min_discount) END)
    AND NOT EXISTS { (me)-[mute:MUTES]->(muted) WHERE muted IN [publisher, shop, category] AND coalesce($now < mute.until, true) }
  WITH *, coupon.quota - COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)
    WHERE claim.returned_at IS NULL AND claim.revoked_at IS NULL } AS remaining WHERE $include_exhausted OR remaining > 0
  ORDER BY share.published_at DESC, share.id LIMIT $limit
  RETURN share {.id, .note, .cons, .used_for_days, .published_at, .edited_at, .expires_at, .ad_label, .version, remaining,
    degree: CASE WHEN way < 3 THEN way END, via: ['friend', 'circle', 'follow', 'direct'][way - 1], mutual_count: size(bridges),
    bridges: COLLECT { UNWIND bridges AS bridge WITH bridge WHERE bridge.bridge = 'named' RETURN bridge {.id, .display_name} ORDER BY bridge.id LIMIT 3 },
    photos: COLLECT { MATCH (share)-[shows:SHOWS]->(photo) RETURN photo.id ORDER BY shows.place LIMIT 4 },
    publisher: publisher {.id, .display_name, creator: publisher:Creator}, shop: shop {.id, .name}, quota: coupon.quota,
    product: product {.id, .name, category: category.id}, platform: platform {.id, .name_zh, .name_en, .open_with},
    terms: coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days}, claimed: COLLECT { MATCH (mine:Claim {key: coupon.id + ':' + me.id})
      WHERE mine.returned_at IS NULL AND mine.revoked_at IS NULL RETURN mine.id }[0] }
} AS items
