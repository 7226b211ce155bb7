// The categories in which my circle shows me nothing to claim, and how much I want each.
//
// Categories I mute are none of them. The shares looked at are those of the feed. Each weighs 1, and more for
// everything I searched for in vain that is about it.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z"}
// returns: id, weight
MATCH (vain:Rule {name: 'suggestion_search_weight'}), (kept:Rule {name: 'search_days'})
MATCH (me:User:Active {id: $me})
WITH me, vain.value AS vain, $now - duration({days: kept.value}) AS since, COLLECT { MATCH (me)-[:BLOCKS]-(blocked) RETURN blocked } AS blocked
WITH me, vain, since, COLLECT {
  CALL (me) {
    MATCH (me)-[:FRIEND]-{0,1}(bridge:User&Active)-[:REACHES]->(publisher:User&Active)
    WHERE publisher <> me AND (bridge = me OR NOT bridge:NoBridge)
    WITH publisher, min(CASE WHEN bridge = me THEN 1 ELSE 2 END) AS way
    MATCH (publisher)-[:PUBLISHED]->(share:Live)
    WHERE share.audience <> 'direct' AND (way = 1 OR share.audience <> 'friends')
    RETURN publisher, share
  UNION ALL
    MATCH (me)-[:FOLLOWS]->(publisher:Active&Creator)-[:PUBLISHED]->(share:Live {audience: 'public'})
    RETURN publisher, share
  UNION ALL
    MATCH (me)<-[:SENT_TO]-(share:Live)<-[:PUBLISHED]-(publisher:User&Active)
    RETURN publisher, share
  }
  WITH publisher, share
  WHERE share.published_at <= $now AND $now < share.expires_at AND NOT publisher IN blocked
  MATCH (share)-[:OFFERS]->(coupon:Coupon WHERE coupon.revoked_at IS NULL)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
  WHERE coupon.quota > COUNT {
    (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim) WHERE claim.returned_at IS NULL AND claim.revoked_at IS NULL }
  RETURN DISTINCT category
} AS shown
MATCH (category:Category)
WHERE NOT category IN shown
  AND NOT EXISTS { (me)-[mutes:MUTES]->(category) WHERE coalesce($now < mutes.until, true) }
RETURN category.id AS id, 1 + vain * COUNT {
  (me)-[:SEARCHED]->(search:Search)-[:ABOUT]->(category) WHERE search.at >= since } AS weight
ORDER BY id
