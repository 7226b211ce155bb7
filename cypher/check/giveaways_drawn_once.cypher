// A giveaway is drawn at most once, after its close, and never when it is void.
//
// It has one proposer and one current set of rules.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (giveaway:Giveaway)
WHERE COUNT { (giveaway)-[:DREW]->(:Draw) } > 1
  OR EXISTS { (giveaway)-[:DREW]->() }
    AND (giveaway.closed_at IS NULL OR giveaway.voided_at IS NOT NULL)
  OR EXISTS { (giveaway)-[:DREW]->(draw:Draw) WHERE draw.giveaway_id <> giveaway.id }
  OR COUNT { (giveaway)<-[:PROPOSED]-(:User) } <> 1
  OR COUNT { (giveaway)-[:RUNS_UNDER]->(rules:Rules) WHERE rules.replaced_at IS NULL } <> 1
WITH giveaway.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
