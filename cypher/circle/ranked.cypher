// The next page of the ranked feed: the best candidates by the published formula, spread out.
//
// A share counts by its values at `as_of`. `shown` are left out; `window` is the end of them, which
// this page goes on with under the same limits of publishers and shops, unless nothing fits in:
// then a new window begins. Verdicts weigh, and are shown, once there are as many as a published
// number needs.
//
// mode: read
// example: {"as_of": "2030-01-01T00:00:00Z", "counted_until": "2029-12-31T10:00:00Z", "limit": 20,
//   "candidates": [{"id": "bob-kettle", "way": 1, "sent": false, "bridges": []}], "shown": [],
//   "window": [], "ignored": {"bob": 0}, "unwanted": {"kitchen": 0}}
// returns: picks, window, more
MATCH (ranking:Ranking {name: 'circle'}), (group:Rule {name: 'least_group'})
MATCH (length:Rule {name: 'feed_window'})
MATCH (per_publisher:Rule {name: 'feed_per_publisher'}), (per_shop:Rule {name: 'feed_per_shop'})
WITH *, group.value AS least, COLLECT {
  UNWIND $window AS id
  MATCH (publisher:User)-[:PUBLISHED]->(:Share {id: id})-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
  RETURN {id: id, publisher: publisher.id, shop: shop.id}
} AS last
WITH *, COLLECT {
  UNWIND $candidates AS candidate
  WITH * WHERE NOT candidate.id IN $shown
  MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: candidate.id})-[:OFFERS]->(coupon:Coupon)
  MATCH (coupon)-[:FOR]->(shop:Shop)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
  // part: parts/score
  WITH * ORDER BY score DESC, share.published_at DESC, share.id
  RETURN {id: share.id, publisher: publisher.id, shop: shop.id, why: why}
} AS ranked
WITH *, CASE WHEN size(last) < length.value AND any(next IN ranked
  WHERE size([one IN last WHERE one.publisher = next.publisher]) < per_publisher.value
    AND size([one IN last WHERE one.shop = next.shop]) < per_shop.value)
  THEN last ELSE [] END AS begun
WITH *, reduce(page = begun, next IN ranked | CASE
  WHEN size(page) < length.value AND size(page) < size(begun) + $limit
    AND size([one IN page WHERE one.publisher = next.publisher]) < per_publisher.value
    AND size([one IN page WHERE one.shop = next.shop]) < per_shop.value
  THEN page + [next] ELSE page END) AS page
RETURN [pick IN page[size(begun)..] | pick {.id, .why}] AS picks,
  [one IN page | one.id] AS window,
  size(page) - size(begun) < size(ranked) AS more
