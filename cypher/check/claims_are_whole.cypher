// Each copy belongs to one person and comes from one share.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (claim:Claim)
WHERE COUNT { (claim)<-[:CLAIMED]-(:User) } <> 1 OR COUNT { (claim)-[:FROM]->(:Share) } <> 1
WITH claim.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
