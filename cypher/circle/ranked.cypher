// The next page of the ranked feed: the best candidates by the published formula, spread over people and shops.
//
// A share counts by its values at `as_of`. What was `shown` is left out; `window` is the end of it, which this page
// goes on with under the same limits of publishers and shops, unless nothing fits in: then a new window begins.
// Verdicts weigh, and are told, once there are as many as a published number must stand for.
//
// mode: read
// example: {"as_of": "2030-01-01T00:00:00Z", "told_until": "2029-12-31T10:00:00Z", "limit": 20,
//   "candidates": [{"id": "bob-kettle", "way": 1, "sent": false, "bridges": []}], "shown": [],
//   "window": [], "ignored": {"bob": 0}, "unwanted": {"kitchen": 0}}
// returns: picks, window, more
MATCH (by:Ranking {name: 'circle'})
MATCH (group:Rule {name: 'least_group'})
MATCH (length:Rule {name: 'feed_window'})
MATCH (per_publisher:Rule {name: 'feed_per_publisher'})
MATCH (per_shop:Rule {name: 'feed_per_shop'})
WITH *, (by.confidence_percent / 100.0) ^ 2 AS z, duration({hours: by.expiring_hours}) AS soon, COLLECT { UNWIND $window AS id
  MATCH (publisher:User)-[:PUBLISHED]->(:Share {id: id})-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
  RETURN {id: id, publisher: publisher.id, shop: shop.id} } AS last
WITH *, COLLECT { UNWIND $candidates AS candidate WITH candidate WHERE NOT candidate.id IN $shown
  MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: candidate.id})-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
  CALL (share) { MATCH (share)<-[:FROM]-(claim:Claim)<-[:REDEEMED]-(bought:Purchase)
    WHERE claim.verdict_at < $told_until AND bought.completed_at < $told_until
    RETURN count(*) AS judged, count(CASE claim.verdict WHEN 'as_described' THEN 1 END) AS good }
  WITH *, CASE
      WHEN candidate.sent THEN by.direct_percent
      WHEN candidate.way = 1 THEN by.friend_percent
      WHEN candidate.way = 3 THEN by.follow_percent
      WHEN size(candidate.bridges) < by.bridges_most THEN by.circle_percent + by.bridge_percent * log(1 + size(candidate.bridges)) / log(2)
      ELSE by.circle_percent + by.bridge_percent * log(1 + by.bridges_most) / log(2) END / 100.0 AS proximity,
    CASE WHEN judged < group.value THEN 0.0
      ELSE (good + z / 2 - sqrt(z * (good * (judged - good) / toFloat(judged) + z / 4))) / (judged + z) END AS quality,
    exp((share.published_at.epochMillis - $as_of.epochMillis) / (86400000.0 * by.fresh_days)) AS freshness,
    CASE WHEN share.expires_at < $as_of + soon THEN 1.0 ELSE 0.0 END AS expiring,
    (by.not_interested_percent / 100.0) ^ (coalesce($unwanted[publisher.id], 0) + coalesce($unwanted[category.id], 0))
      * (by.ignored_percent / 100.0) ^ (coalesce($ignored[publisher.id], 0) / by.ignored_shares) AS lowered
  WITH *, lowered * (by.proximity_percent * proximity + by.quality_percent * quality + by.fresh_percent * freshness
    + by.expiring_percent * expiring) / 100.0 AS score ORDER BY score DESC, share.published_at DESC, share.id
  RETURN {id: share.id, publisher: publisher.id, shop: shop.id, why: {score: score, proximity: proximity, quality: quality,
    freshness: freshness, expiring: expiring, lowered: lowered,
    verdicts: CASE WHEN judged >= group.value THEN {as_described: good, of: judged} END}} } AS ranked
WITH *, CASE WHEN size(last) < length.value AND any(next IN ranked
  WHERE size([one IN last WHERE one.publisher = next.publisher]) < per_publisher.value
    AND size([one IN last WHERE one.shop = next.shop]) < per_shop.value) THEN last ELSE [] END AS begun
WITH *, reduce(page = begun, next IN ranked | CASE WHEN size(page) < length.value AND size(page) < size(begun) + $limit
  AND size([one IN page WHERE one.publisher = next.publisher]) < per_publisher.value
  AND size([one IN page WHERE one.shop = next.shop]) < per_shop.value THEN page + [next] ELSE page END) AS page
RETURN [pick IN page[size(begun)..] | pick {.id, .why}] AS picks, [one IN page | one.id] AS window,
  size(page) - size(begun) < size(ranked) AS more
