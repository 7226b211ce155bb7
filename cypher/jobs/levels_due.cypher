// Whose level is to be derived anew: lines of theirs matured or were voided, or it was looked at long ago.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z", "before": "2029-12-31T00:00:00Z"}
// returns: id
CALL () {
  MATCH (event:Unsettled)
  WHERE event.matures_at <= $now
  MATCH (user:User)-[:GAINED]->(event)
  RETURN user
  UNION
  MATCH (event:Unsettled)
  WHERE event.voided_at IS NOT NULL
  MATCH (user:User)-[:GAINED]->(event)
  RETURN user
  UNION
  MATCH (user:User)
  WHERE user.derived_at < $before
  RETURN user
}
RETURN user.id AS id
ORDER BY id
LIMIT 1000
