// Creators I may find, by their newest public share; `category` keeps those who share about it.
//
// Only public shares that anybody can read now count. A creator's other shares change nothing
// here, and neither do followers: the people my friends follow are not mine to see.
//
// mode: read
// example: {"me": "ada", "category": null, "last_published_at": null, "id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, display_name, creator, categories, shares, last_published_at
MATCH (me:User:Active {id: $me})
MATCH (creator:Creator)
USING SCAN creator:Creator
WHERE creator:Active AND creator.discoverable AND creator <> me
  AND NOT EXISTS { (me)-[:BLOCKS]-(creator) }
  AND NOT EXISTS { (me)-[mutes:MUTES]->(creator) WHERE coalesce($now < mutes.until, true) }
MATCH (creator)-[:PUBLISHED]->(share:Live {audience: 'public'})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND $now < share.expires_at
WITH creator, count(share) AS shares, collect(coupon) AS coupons,
  max(share.published_at) AS last_published_at
WHERE ($id IS NULL
    OR last_published_at < $last_published_at
    OR (last_published_at = $last_published_at AND creator.id > $id))
  AND ($category IS NULL OR any(coupon IN coupons WHERE EXISTS {
    (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(:Category {id: $category}) }))
WITH creator, shares, coupons, last_published_at
ORDER BY last_published_at DESC, creator.id
LIMIT $limit
RETURN
  creator.id AS id,
  creator.display_name AS display_name,
  true AS creator,
  COLLECT {
    UNWIND coupons AS coupon
    MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
    WITH category, count(*) AS about
    ORDER BY about DESC, category.id
    LIMIT 3
    RETURN category {.id, .name_zh, .name_en}
  } AS categories,
  shares,
  last_published_at
ORDER BY last_published_at DESC, id
