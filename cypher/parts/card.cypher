// The card of a share as I see it, by the way and through the bridges that a query of mine
// returned.
//
// It checks no right to see the share: parts/sight and parts/circle do.
//
// mode: part
// takes: me, share, way, bridges
// gives: card
// example: {}
CALL (me, share, way, bridges) {
  MATCH (publisher:User)-[:PUBLISHED]->(share)-[:OFFERS]->(coupon:Coupon)
  MATCH (coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
  OPTIONAL MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
  WITH share {
    .id, .note, .cons, .used_for_days, .published_at, .edited_at, .expires_at, .ad_label, .version,
    quota: coupon.quota,
    remaining: coupon.quota - COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) },
    degree: CASE WHEN way < 3 THEN way END,
    via: ['self', 'friend', 'circle', 'follow', 'direct'][way],
    mutual_count: size(bridges),
    bridges: COLLECT {
      UNWIND bridges AS bridge
      WITH bridge WHERE bridge.bridge = 'named'
      RETURN bridge {.id, .display_name} ORDER BY bridge.id LIMIT 3 },
    photos: COLLECT {
      MATCH (share)-[shows:SHOWS]->(photo:Photo)
      RETURN photo.id ORDER BY shows.place LIMIT 4 },
    publisher: publisher {.id, .display_name, creator: publisher:Creator},
    shop: shop {.id, .name},
    product: product {.id, .name, category: category.id},
    platform: platform {.id, .name_zh, .name_en, .open_with},
    terms: coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days},
    claimed: COLLECT {
      MATCH (mine:Claim {key: coupon.id + ':' + me.id}) WHERE mine:Taken
      RETURN mine.id }[0]
  } AS card
  RETURN card
}
