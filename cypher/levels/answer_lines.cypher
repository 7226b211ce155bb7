// The worth of my helpful answers before the caps. An asker who shares an identifier with me adds
// nothing.
//
// A factor is what a line's points are divided by; with factor 0 the line counts nothing.
// `at` is when the line matures, in microseconds since 1970.
//
// mode: read
// example: {"user": "ada"}
// returns: lines
MATCH (me:User {id: $user})-[:GAINED]->(event:XpEvent {kind: 'answer'})
  -[:BECAUSE_OF]->(:Thread)<-[:TALKS_IN {asks: true}]-(asker:User)
WHERE event.voided_at IS NULL
  AND event.matures_at IS NOT NULL
WITH event, CASE
  WHEN EXISTS { (me)-[:USES]->(:Identifier)<-[:USES]-(asker) } THEN 0
  ELSE 1
END AS indep
RETURN collect(event {
  .key,
  .kind,
  at: event.matures_at.epochSeconds * 1000000 + event.matures_at.microsecond,
  indep: indep,
  points: event.raw * indep
}) AS lines
