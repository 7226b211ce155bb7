// The cards of shares that a query of mine has just returned as visible, in its order, with their
// texts.
//
// It checks no right to see them: `visible` is what such a query returned, each with way and
// bridges.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z",
//   "visible": [{"id": "bob-kettle", "way": 2, "bridges": ["bob"]}]}
// returns: card, texts
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
UNWIND range(0, size($visible) - 1) AS place
WITH me, place, $visible[place] AS one
MATCH (share:Share {id: one.id})
WITH me, place, share, one.way AS way, COLLECT {
  UNWIND one.bridges AS id MATCH (bridge:User {id: id}) RETURN bridge
} AS bridges
// part: parts/card
MATCH (category:Category {id: card.product.category})
RETURN card, [
  ['product', card.product.name], ['note', card.note], ['cons', card.cons],
  ['shop', card.shop.name], ['category', category.name_zh], ['category', category.name_en],
  ['platform', card.platform.name_zh], ['platform', card.platform.name_en]] AS texts
ORDER BY place
