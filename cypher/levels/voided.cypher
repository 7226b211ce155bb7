// The owners of voided lines that are not settled yet, and the buyers on whom these lines weighed.
//
// mode: read
// example: {}
// returns: id
MATCH (event:Unsettled)
WHERE event.voided_at IS NOT NULL
CALL (event) {
  MATCH (user:User)-[:GAINED]->(event)
  RETURN user
  UNION
  MATCH (event)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(user:User)
  WHERE user.derived_at IS NOT NULL
  RETURN user
}
RETURN DISTINCT user.id AS id
ORDER BY id
