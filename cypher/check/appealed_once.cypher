// An action has at most one appeal, and no other report.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (action:Action)
WHERE COUNT { (action)<-[:ABOUT]-(:Report) } > 1
  OR EXISTS { (action)<-[:ABOUT]-(report:Report) WHERE report.category <> 'appeal' }
WITH action.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
