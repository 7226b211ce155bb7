// Shares of an older graph end with their coupons, and a revoked coupon withdraws them.
//
// Every writer keeps this true, so queries read the share alone. A second run changes nothing, and
// completes a run that was cut off.
//
// mode: schema
MATCH (share:Share)-[:OFFERS]->(coupon:Coupon)
WHERE coupon.revoked_at IS NOT NULL OR coalesce(share.expires_at <> coupon.claim_by, true)
CALL (share, coupon) {
  SET share.expires_at = coupon.claim_by
  WITH share, coupon
  WHERE coupon.revoked_at IS NOT NULL
  SET share.withdrawn_at = coalesce(share.withdrawn_at,
    CASE WHEN coupon.revoked_at < share.published_at THEN share.published_at
      ELSE coupon.revoked_at END)
  REMOVE share:Live
} IN TRANSACTIONS OF 5000 ROWS
