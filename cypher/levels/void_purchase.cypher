// Void the experience that rests on cancelled and refunded purchases.
//
// These are the sharer's lines for the purchase and for the buyer's verdict, and the buyer's own
// line for publishing the coupon.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"]}
// returns:
UNWIND $purchases AS id
MATCH (purchase:Purchase {id: id})
WITH purchase,
  coalesce(purchase.cancelled_at < purchase.completed_at, purchase.cancelled_at IS NOT NULL)
    AND coalesce(purchase.cancelled_at <= purchase.refunded_at, true) AS cancelled
WITH purchase,
  CASE WHEN cancelled THEN purchase.cancelled_at ELSE purchase.refunded_at END AS ended_at,
  CASE WHEN cancelled THEN 'cancelled' ELSE 'refunded' END AS reason
WHERE ended_at IS NOT NULL
OPTIONAL MATCH (purchase)-[:REDEEMED|RELEASED]->(claim:Claim)
OPTIONAL MATCH (purchase)-[:EARNED]->(coupon:Coupon)
UNWIND ['buy:' + purchase.id, 'help:' + claim.id, 'pub:' + coupon.id] AS key
MATCH (event:XpEvent {key: key})
WHERE coalesce(ended_at < event.voided_at, true)
SET
  event:Unsettled:Untold,
  event.voided_at = ended_at,
  event.void_reason = reason
