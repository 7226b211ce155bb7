// My experience, line by line, without the friend or the exact time behind a line.
//
// Friends' purchases and verdicts appear a whole day at a time, some hours after that day ends,
// as in levels/shown.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z"}
// returns: kind, raw, occurred_on, matures_on, voided_on, void_reason
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (least:Rule {name: 'digest_min_hours'})
WITH duration({hours: begins.value}) AS ahead, duration({hours: least.value}) AS least
WITH ahead, datetime.truncate('day', $now + ahead) - ahead - least AS until
MATCH (:User {id: $me})-[:GAINED]->(event:XpEvent)
WHERE NOT event.kind IN ['friend_purchase', 'helpful'] OR event.occurred_at <= until
RETURN
  event.kind AS kind,
  event.raw AS raw,
  date(event.occurred_at + ahead) AS occurred_on,
  date(event.matures_at + ahead) AS matures_on,
  date(event.voided_at + ahead) AS voided_on,
  event.void_reason AS void_reason
ORDER BY occurred_on, matures_on, kind, event.key
