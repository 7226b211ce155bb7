// The cards of shares that a query of mine has just found visible, in its order, with their texts.
//
// It looks at no right to see: `found` is what such a query answered, with the way and the bridges it found them by.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z",
//   "found": [{"id": "bob-kettle", "way": 2, "bridges": ["bob"]}]}
// returns: card, texts
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session}) WHERE $now < session.expires_at
UNWIND range(0, size($found) - 1) AS place
WITH me, place, $found[place] AS one
MATCH (share:Share {id: one.id})
WITH me, place, one, share
MATCH (publisher:User)-[:PUBLISHED]->(share)-[:OFFERS]->(coupon:Coupon)
MATCH (coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
WITH *, coupon.quota - COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)
  WHERE claim.returned_at IS NULL AND claim.revoked_at IS NULL } AS remaining
RETURN share {.id, .note, .cons, .used_for_days, .published_at, .edited_at, .expires_at, .ad_label, .version, remaining,
    degree: CASE WHEN one.way < 3 THEN one.way END, via: ['self', 'friend', 'circle', 'follow', 'direct'][one.way],
    mutual_count: size(one.bridges), bridges: COLLECT {
      UNWIND one.bridges AS id MATCH (bridge:User {id: id}) WHERE bridge.bridge = 'named'
      RETURN bridge {.id, .display_name} ORDER BY bridge.id LIMIT 3 },
    publisher: publisher {.id, .display_name, creator: publisher:Creator}, shop: shop {.id, .name}, quota: coupon.quota,
    photos: COLLECT { MATCH (share)-[shows:SHOWS]->(photo) RETURN photo.id ORDER BY shows.place LIMIT 4 },
    product: product {.id, .name, category: category.id}, platform: platform {.id, .name_zh, .name_en, .open_with},
    terms: coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days}, claimed: COLLECT {
      MATCH (mine:Claim {key: coupon.id + ':' + me.id})
      WHERE mine.returned_at IS NULL AND mine.revoked_at IS NULL RETURN mine.id }[0]} AS card,
  [['product', product.name], ['note', share.note], ['cons', share.cons], ['shop', shop.name],
    ['category', category.name_zh], ['category', category.name_en],
    ['platform', platform.name_zh], ['platform', platform.name_en]] AS texts
ORDER BY place
