// Each line of the ledger belongs to one person and has one cause; a void line has a reason.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (event:XpEvent)
WHERE COUNT { (event)<-[:GAINED]-(:User) } <> 1
  OR COUNT { (event)-[:BECAUSE_OF]->() } <> 1
  OR (event.voided_at IS NULL) <> (event.void_reason IS NULL)
WITH event.key AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
