// The coupons that these people earned and published.
//
// mode: read
// example: {"people": ["ada"]}
// returns: coupon_key, shop_key, product_key, quota, kind, value, max_off_fen, min_spend_fen,
//   currency, use_days, revoked_at
UNWIND $people AS id
MATCH (user:User {id: id})-[:PUBLISHED]->(:Share)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)
RETURN DISTINCT coupon.id AS coupon_key, shop.id AS shop_key, product.id AS product_key,
  coupon.quota AS quota, coupon.kind AS kind, coupon.value AS value,
  coupon.max_off_fen AS max_off_fen, coupon.min_spend_fen AS min_spend_fen,
  coupon.currency AS currency, coupon.use_days AS use_days, coupon.revoked_at AS revoked_at
ORDER BY coupon_key
