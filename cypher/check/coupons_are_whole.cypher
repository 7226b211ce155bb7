// Each coupon was earned by one purchase, for one shop, under one program of that shop.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (coupon:Coupon)
WHERE COUNT { (coupon)<-[:EARNED]-(:Purchase) } <> 1
  OR COUNT { (coupon)-[:FOR]->(:Shop) } <> 1
  OR COUNT { (coupon)-[:UNDER]->(:Program) } <> 1
  OR NOT EXISTS { (coupon)<-[:EARNED]-(:Purchase)-[:AT]->(shop:Shop)<-[:FOR]-(coupon) }
WITH coupon.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
