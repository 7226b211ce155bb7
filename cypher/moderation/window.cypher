// The lines of a person's ledger from `since` to before `until`.
//
// mode: read
// example: {"user": "ada", "since": "2029-12-01T00:00:00Z", "until": "2030-01-01T00:00:00Z"}
// returns: refused, keys
OPTIONAL MATCH (user:User {id: $user})
RETURN
  CASE WHEN user IS NULL THEN 'not_found' END AS refused,
  COLLECT {
    MATCH (user)-[:GAINED]->(event:XpEvent)
    WHERE $since <= event.occurred_at AND event.occurred_at < $until
    RETURN event.key
    ORDER BY event.key
  } AS keys
