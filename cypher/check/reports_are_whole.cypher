// Each report was filed by one person about one thing,
// and is closed exactly when an action closed it.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (report:Report)
WHERE COUNT { (report)<-[:FILED]-(:User) } <> 1
  OR COUNT { (report)-[:ABOUT]->() } <> 1
  OR (report.resolved_at IS NULL) <> (report.outcome IS NULL)
  OR (report.resolved_at IS NULL) = EXISTS { (report)-[:RESOLVED_BY]->(:Action)<-[:TOOK]-(:User) }
WITH report.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
