// Nobody has a way to a person with nothing to show.
//
// The worker trims such ways: jobs/trim_reaches.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (publisher:User)
WHERE EXISTS { (publisher)<-[:REACHES]-() }
  AND NOT EXISTS {
    MATCH (publisher)-[:PUBLISHED]->(share:Share)
    WHERE share.withdrawn_at IS NULL AND (share:Live OR share.held_at IS NOT NULL)
  }
MATCH (publisher)<-[:REACHES]-(friend:User)
WITH friend.id + ' -> ' + publisher.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
