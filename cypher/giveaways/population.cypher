// How many people of each draw weight could enter: active, with accounts old enough.
//
// mode: read
// example: {"odds": [1, 2, 4, 6, 8, 10], "account_days": 7, "now": "2030-01-01T00:00:00Z"}
// returns: weight, entries
MATCH (person:User:Active)
WHERE person.created_at + duration({days: $account_days}) <= $now
RETURN $odds[person.level] AS weight, count(*) AS entries
ORDER BY weight
