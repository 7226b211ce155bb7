// A share expires at the instant when the claims of its coupon end.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (share:Share)-[:OFFERS]->(coupon:Coupon)
WHERE share.expires_at IS NULL OR share.expires_at <> coupon.claim_by
WITH share.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
