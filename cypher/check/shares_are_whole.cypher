// Each share has one publisher and offers one coupon, earned by a purchase of the publisher.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (share:Share)
WHERE COUNT { (share)<-[:PUBLISHED]-() } <> 1
  OR COUNT { (share)-[:OFFERS]->() } <> 1
  OR NOT EXISTS {
    (share)<-[:PUBLISHED]-(:User)-[:MADE]->(:Purchase)-[:EARNED]->(:Coupon)<-[:OFFERS]-(share)
  }
WITH share.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
