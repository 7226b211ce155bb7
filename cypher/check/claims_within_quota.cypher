// No coupon has more copies taken than its quota allows.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (coupon:Coupon)
WHERE coalesce(coupon.quota, 0) < COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
WITH coupon.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
