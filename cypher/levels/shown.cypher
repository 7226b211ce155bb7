// The keys of the ledger lines that a person may read now; the line that matures last comes first.
//
// Lines for friends' purchases and verdicts show a whole day at a time, some hours after its end.
//
// mode: read
// example: {"user": "ada", "now": "2030-01-01T00:00:00Z"}
// returns: keys
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (least:Rule {name: 'digest_min_hours'})
WITH duration({hours: begins.value}) AS ahead, duration({hours: least.value}) AS least
WITH datetime.truncate('day', $now + ahead) - ahead - least AS until
MATCH (:User {id: $user})-[:GAINED]->(event:XpEvent)
WHERE NOT event.kind IN ['friend_purchase', 'helpful'] OR event.occurred_at <= until
WITH event.matures_at AS at, event.key AS key
ORDER BY at DESC, key
RETURN collect(key) AS keys
