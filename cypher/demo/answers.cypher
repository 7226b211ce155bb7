// Open wishes of the demo town, each with a friend's share that would answer it.
//
// Wishes of the `first` people come first.
//
// mode: read
// example: {"first": ["dee"], "limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: wish_id, owner_id, share_id
MATCH (asker:User:Active)-[:WISHED]->(wish:Wish)-[:WANTS]->(category:Category)
WHERE wish.closed_at IS NULL AND wish.hidden_at IS NULL AND $now < wish.expires_at
MATCH (asker)-[:FRIEND]-(owner:User:Active)-[:PUBLISHED]->(share:Live)-[:OFFERS]->(coupon:Coupon)
WHERE $now < share.expires_at
  AND NOT EXISTS { (asker)-[:BLOCKS]-(owner) }
  AND NOT EXISTS { (asker)-[:REFUSES_FROM]->(owner) }
MATCH (coupon)<-[:EARNED]-(bought:Purchase)-[:OF]->(product:Product)-[:IN]->(category)
WHERE bought.refunded_at IS NULL
  AND coalesce(product.price_fen <= wish.max_price_fen, true)
  AND coupon.quota > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
WITH asker, wish, owner, share
ORDER BY share.published_at DESC, share.id
WITH asker, wish, collect({owner: owner.id, share: share.id})[0] AS answer
RETURN wish.id AS wish_id, answer.owner AS owner_id, answer.share AS share_id
ORDER BY CASE WHEN asker.id IN $first THEN 0 ELSE 1 END, wish.created_at DESC, wish_id
LIMIT $limit
