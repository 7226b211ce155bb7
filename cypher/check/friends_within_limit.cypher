// Nobody has more friends than the rule `friends` allows.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (most:Rule {name: 'friends'})
MATCH (user:User)
WHERE COUNT { (user)-[:FRIEND]-() } > most.value
WITH user.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
