// Which of these wishes ask me, newest first, and what I could answer them with; never who wished.
//
// A wish asks so many of the people who could answer it: first the buyers of what its words name,
// then by a number that its lot makes of each id. Nothing stores whom it asks, and nothing that the
// asker calls runs this.
//
// mode: read
// example: {"me": "cy", "wishes": ["dee-wants-kettle"], "limit": 21, "now": "2030-01-01T00:00:00Z"}
// returns: id, text, category, max_price_fen, currency, created_at, expires_at, coupons
MATCH (most:Rule {name: 'wish_owners'})
MATCH (asker:User:Active)-[:WISHED]->(wish:Wish) WHERE wish.id IN $wishes
WITH most, asker, wish ORDER BY wish.created_at DESC, wish.id
OPTIONAL MATCH (wish)-[:WANTS]->(category:Category)
CALL (asker, wish, category) {
  MATCH (asker)-[:FRIEND]-{0,1}(bridge:User:Active)-[:FRIEND]-(owner:User:Active)
  WHERE owner <> asker AND (bridge = asker OR NOT bridge:NoBridge)
    AND NOT EXISTS { (asker)-[:BLOCKS]-(owner) } AND NOT EXISTS { (asker)-[:REFUSES_FROM]->(owner) }
    AND NOT EXISTS { (asker)-[mute:MUTES]-(owner) WHERE coalesce($now < mute.until, true) }
  WITH DISTINCT wish, category, owner
  MATCH (owner)-[:MADE]->(bought:Purchase)-[:EARNED]->(coupon:Coupon)-[:FOR]->(shop:Shop)
  MATCH (bought)-[:OF]->(product:Product)
  WHERE bought.refunded_at IS NULL AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
    AND coalesce(product.price_fen <= wish.max_price_fen, true)
    AND NOT EXISTS { (coupon)-[:UNDER]->(program:Program) WHERE program.ends_at <= $now }
    AND NOT EXISTS {
      (coupon)<-[:OFFERS]-(share:Share)
      WHERE coalesce(share.held_at, share.removed_at) IS NOT NULL }
    AND coalesce(coupon.quota, 1) > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
  OPTIONAL MATCH (product)-[:IN]->(kind:Category)
  // part: parts/names
  WITH *, coalesce(names =~ wish.pattern, false) AS named
  WHERE named OR kind = category
  WITH wish, owner, max(CASE WHEN named THEN 1 ELSE 0 END) AS named, collect(coupon {
    .id, product: product {.id, .name}, shop: shop {.id, .name}, share_id: COLLECT {
      MATCH (coupon)<-[:OFFERS]-(share:Share:Live)
      RETURN share.id ORDER BY share.published_at DESC, share.id LIMIT 1 }[0]}) AS coupons
  ORDER BY named DESC, reduce(number = 0, letter IN split(owner.id, '') |
    (number * wish.lot + size(split('0123456789abcdefghijklmnopqrstuvwxyz', letter)[0]))
      % 1000003), owner.id
  RETURN collect({id: owner.id, coupons: coupons}) AS owners
}
WITH wish, category,
  [owner IN owners[..most.value] WHERE owner.id = $me | owner.coupons][0] AS coupons
WHERE coupons IS NOT NULL
RETURN wish.id AS id, wish.text AS text, category {.id, .name_zh, .name_en} AS category,
  wish.max_price_fen AS max_price_fen, wish.currency AS currency,
  wish.created_at AS created_at, wish.expires_at AS expires_at, coupons
ORDER BY created_at DESC, id LIMIT $limit
