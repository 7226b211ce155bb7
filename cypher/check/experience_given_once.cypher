// A published coupon, a purchase, a verdict and a thread each give experience once,
// to the publisher alone.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (coupon:Coupon)<-[:OFFERS]-(:Share)<-[:BECAUSE_OF]-(event:XpEvent)
  WITH coupon, collect(event.key) AS keys
  WHERE keys <> ['pub:' + coupon.id]
  UNWIND keys AS offender
  RETURN offender
  UNION ALL
  MATCH (purchase:Purchase)<-[:BECAUSE_OF]-(event:XpEvent)
  WHERE event.key <> 'buy:' + purchase.id
  RETURN event.key AS offender
  UNION ALL
  MATCH (claim:Claim)<-[:BECAUSE_OF]-(event:XpEvent)
  WHERE event.key <> 'help:' + claim.id
  RETURN event.key AS offender
  UNION ALL
  MATCH (user:User)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(thread:Thread)
  WHERE event.key <> 'ans:' + thread.id
    OR NOT EXISTS { (thread)-[:ABOUT]->(:Share)<-[:PUBLISHED]-(user) }
  RETURN event.key AS offender
  UNION ALL
  MATCH (user:User)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(purchase:Purchase)
  MATCH (purchase)-[:REDEEMED|RELEASED]->(claim:Claim)
  WHERE NOT EXISTS { (claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(user) }
    OR EXISTS { (user)-[:CLAIMED]->(claim) }
  RETURN event.key AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
