// Revoke the coupons of cancelled and refunded purchases, and withdraw their shares. Claims stay
// valid.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"], "now": "2030-01-01T00:00:00Z", "op": "op-1"}
// returns:
UNWIND $purchases AS id
MATCH (purchase:Purchase {id: id})-[:EARNED]->(coupon:Coupon)
WITH coupon, CASE
  WHEN purchase.cancelled_at < purchase.completed_at
    AND coalesce(purchase.cancelled_at <= purchase.refunded_at, true) THEN purchase.cancelled_at
  ELSE purchase.refunded_at
END AS ended_at
WHERE ended_at IS NOT NULL
WITH coupon, ended_at
ORDER BY coupon.id
SET coupon.lock = $op
SET coupon.revoked_at = CASE
  WHEN coalesce(coupon.revoked_at <= ended_at, false) THEN coupon.revoked_at
  ELSE ended_at
END
WITH coupon
MATCH (coupon)<-[:OFFERS]-(share:Share)
SET share.withdrawn_at = coalesce(share.withdrawn_at, $now)
REMOVE share:Live
