// A shop, and what my circle says of it: how many people recommend it, and a page of their shares.
//
// Shares without copies left and those I hid belong to it, like those of a person I look up.
// No row: there is no such shop.
//
// mode: read
// example: {"me": "ada", "shop": "teahouse", "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, name, platform, recommenders, items
MATCH (me:User:Active {id: $me}), (shop:Shop {id: $shop})-[:ON]->(platform:Platform)
WITH me, shop, platform, COLLECT {
  // part: parts/circle
  MATCH (share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop)
  RETURN {publisher: publisher, share: share, way: way, bridges: bridges}
  ORDER BY share.published_at DESC, share.id
} AS every
RETURN shop.id AS id, shop.name AS name,
  platform {.id, .name_zh, .name_en, .open_with} AS platform,
  COUNT { UNWIND every AS one RETURN DISTINCT one.publisher } AS recommenders,
  COLLECT {
    UNWIND every AS one
    WITH me, one.share AS share, one.way AS way, one.bridges AS bridges
    WHERE $before IS NULL OR share.published_at < $before
      OR (share.published_at = $before AND share.id > $before_id)
    ORDER BY share.published_at DESC, share.id LIMIT $limit
    // part: parts/card
    RETURN card
  } AS items
