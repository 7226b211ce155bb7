// Each share has one publisher and offers one coupon, which the publisher's own purchase earned.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (share:Share)
WHERE COUNT { (share)<-[:PUBLISHED]-() } <> 1
  OR COUNT { (share)-[:OFFERS]->() } <> 1
  OR NOT EXISTS { (share)<-[:PUBLISHED]-(publisher:User)-[:MADE]->(:Purchase)-[:EARNED]->(:Coupon)<-[:OFFERS]-(share) }
WITH share.id AS offender ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
