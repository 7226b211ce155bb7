// A stored search belongs to one person and has the key of its text.
// Nobody has more of them than the rule allows.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (search:Search)
  WHERE COUNT { (:User)-[:SEARCHED]->(search) } <> 1
    OR NOT EXISTS {
      MATCH (user:User)-[:SEARCHED]->(search)
      WHERE search.key = user.id + ':' + search.text
    }
    OR search.at IS NULL
    OR NOT search.times > 0
  RETURN search.key AS offender
  UNION ALL
  MATCH (most:Rule {name: 'searches_kept'})
  MATCH (user:User)
  WHERE COUNT { (user)-[:SEARCHED]->() } > most.value
  RETURN user.id AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
