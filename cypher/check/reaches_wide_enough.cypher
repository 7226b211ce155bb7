// Every friend of a person with a share to show reaches that person: the feed misses nothing.
//
// A held share may be shown again, so it counts; see jobs/trim_reaches.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (publisher:User)
WHERE EXISTS {
  MATCH (publisher)-[:PUBLISHED]->(share:Share)
  WHERE share.withdrawn_at IS NULL AND share.removed_at IS NULL
    AND (share:Live OR share.held_at IS NOT NULL)
}
MATCH (publisher)-[:FRIEND]-(friend:User)
WHERE NOT EXISTS { (friend)-[:REACHES]->(publisher) }
WITH friend.id + ' -> ' + publisher.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
