// The keys of a person's whole ledger; the line that matures last comes first.
//
// mode: read
// example: {"user": "ada"}
// returns: keys
MATCH (:User {id: $user})-[:GAINED]->(event:XpEvent)
WITH event.matures_at AS at, event.key AS key
ORDER BY at DESC, key
RETURN collect(key) AS keys
