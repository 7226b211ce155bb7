// A person reaches only friends.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (friend:User)-[:REACHES]->(publisher:User)
WHERE NOT EXISTS { (friend)-[:FRIEND]-(publisher) }
WITH friend.id + ' -> ' + publisher.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
