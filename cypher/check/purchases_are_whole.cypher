// Each purchase is of one product at one shop. It belongs to one person, or to one account
// that nobody has linked yet.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (purchase:Purchase)
WHERE COUNT { (purchase)-[:AT]->(:Shop) } <> 1
  OR COUNT { (purchase)-[:OF]->(:Product) } <> 1
  OR COUNT { (purchase)<-[:MADE]-(:User) } > 1
  OR COUNT { (purchase)<-[:ORDERED]-(:PlatformAccount) } > 1
  OR NOT EXISTS { (purchase)<-[:MADE|ORDERED]-() }
WITH purchase.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
