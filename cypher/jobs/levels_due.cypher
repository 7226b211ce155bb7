// People whose level must be computed again.
//
// Some of their lines matured or became void, or their level was computed too long ago.
// A line may also change its buyer's level, when the buyer sells to the line's owner.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z", "before": "2029-12-31T00:00:00Z"}
// returns: id
CALL () {
  MATCH (event:Unsettled)
  WHERE event.matures_at <= $now
  RETURN event
  UNION
  MATCH (event:Unsettled)
  WHERE event.voided_at IS NOT NULL
  RETURN event
}
CALL (event) {
  MATCH (user:User)-[:GAINED]->(event)
  RETURN user
  UNION
  MATCH (event)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(user:User)
  WHERE user.derived_at IS NOT NULL
  RETURN user
}
WITH collect(DISTINCT user) AS moved
WITH moved + COLLECT {
  MATCH (user:User)
  WHERE user.derived_at < $before
  RETURN user
  ORDER BY user.derived_at
  LIMIT 1000
} AS people
UNWIND people AS user
RETURN DISTINCT user.id AS id
ORDER BY id
LIMIT 1000
