// Nobody has two copies of one coupon, and a copy's key says whose and of what it is.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (user:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
WHERE claim.key <> coupon.id + ':' + user.id
WITH claim.id AS offender ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
