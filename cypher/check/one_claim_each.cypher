// Nobody has two copies of one coupon: a copy's key is its coupon's id and its owner's id.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (user:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
WHERE claim.key <> coupon.id + ':' + user.id
WITH claim.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
