// A saved or hidden share has its instant, a hidden one its reason.
// Nobody has more of them than the rules allow.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (user:User)-[kept:SAVED|HIDES]->(share:Share)
  WHERE kept.since IS NULL
    OR type(kept) = 'HIDES' AND NOT coalesce(kept.reason, '') IN ['hidden', 'not_interested']
  RETURN user.id + ' - ' + share.id AS offender
  UNION ALL
  MATCH (most:Rule {name: 'saved_shares'})
  MATCH (user:User)
  WHERE COUNT { (user)-[:SAVED]->() } > most.value
  RETURN user.id AS offender
  UNION ALL
  MATCH (most:Rule {name: 'hidden_shares'})
  MATCH (user:User)
  WHERE COUNT { (user)-[:HIDES]->() } > most.value
  RETURN user.id AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
