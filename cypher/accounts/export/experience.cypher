// My experience, line by line; not which friend's purchase it came from.
//
// mode: read
// example: {"viewer": "ada"}
// returns: kind, raw, occurred_at, matures_at, voided_at, void_reason
MATCH (:User {id: $viewer})-[:GAINED]->(event:XpEvent)
RETURN
  event.kind AS kind,
  event.raw AS raw,
  event.occurred_at AS occurred_at,
  event.matures_at AS matures_at,
  event.voided_at AS voided_at,
  event.void_reason AS void_reason
ORDER BY occurred_at, event.key
