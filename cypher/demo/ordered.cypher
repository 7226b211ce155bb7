// The result of an order of mine: the copy it used and the coupon it earned, or null.
//
// mode: read
// example: {"user": "cy", "order": "taobao:o-100"}
// returns: purchase_id, completed_at, claim_id, coupon_id
MATCH (:User {id: $user})-[:MADE]->(purchase:Purchase {key: $order})
RETURN
  purchase.id AS purchase_id,
  purchase.completed_at AS completed_at,
  COLLECT {
    MATCH (purchase)-[:REDEEMED]->(claim:Claim)
    RETURN claim.id
    ORDER BY claim.id
  }[0] AS claim_id,
  COLLECT {
    MATCH (purchase)-[:EARNED]->(coupon:Coupon)
    RETURN coupon.id
    ORDER BY coupon.id
  }[0] AS coupon_id
