// No coupon has more copies taken than its quota allows.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (coupon:Coupon)
WHERE coalesce(coupon.quota, 0) < COUNT {
  (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)
  WHERE claim.returned_at IS NULL AND claim.revoked_at IS NULL
}
WITH coupon.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
