// The order that a platform would report for my copy: the same product its sharer bought.
//
// An order that has used the copy already may be reported again. Any other order is refused
// when the copy cannot be used.
//
// mode: read
// example: {"user": "cy", "claim": "cy-lamp", "order": "demo-1", "account": "0f1e2d",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, platform, key_id, linked, shop, product, claim_code, paid_fen, currency
MATCH (least:Rule {name: 'min_paid_fen'})
MATCH (user:User:Active {id: $user})-[:CLAIMED]->(claim:Claim {id: $claim})
MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)
MATCH (coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
OPTIONAL MATCH (claim)<-[:REDEEMED]-(used:Purchase)
RETURN
  CASE
    WHEN used.key = platform.id + ':' + $order THEN null
    WHEN used IS NOT NULL THEN 'redeemed'
    WHEN claim.revoked_at IS NOT NULL THEN 'revoked'
    WHEN claim.returned_at IS NOT NULL THEN 'returned'
    WHEN $now < claim.locked_until THEN 'locked_elsewhere'
    WHEN $now >= claim.use_by THEN 'expired'
  END AS refused,
  platform.id AS platform,
  coalesce(platform.webhook_key_id, 'v1') AS key_id,
  EXISTS { (user)-[:HAS]->(:PlatformAccount {key: platform.id + ':' + $account}) } AS linked,
  substring(shop.key, size(platform.id) + 1) AS shop,
  substring(product.key, size(platform.id) + 1) AS product,
  claim.code AS claim_code,
  reduce(most = least.value, fen IN [coupon.min_spend_fen, product.price_fen] |
    CASE WHEN fen > most THEN fen ELSE most END) AS paid_fen,
  coupon.currency AS currency
