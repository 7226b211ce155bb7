// A share of a revoked coupon is withdrawn, so nothing makes it `:Live` again.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (share:Share)-[:OFFERS]->(coupon:Coupon)
WHERE coupon.revoked_at IS NOT NULL AND (share.withdrawn_at IS NULL OR share:Live)
WITH share.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
