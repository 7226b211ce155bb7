// Give the prizes to the first in rank who have not passed, and notify each winner once.
//
// mode: write
// example: {"giveaway": "kettles", "now": "2030-01-08T00:00:00Z"}
// returns: winners
MATCH (giveaway:Giveaway {id: $giveaway})-[:DREW]->(:Draw)
MATCH (giveaway)<-[:IN]-(entry:Entry)
WHERE entry.place IS NOT NULL AND entry.passed_at IS NULL
WITH giveaway, entry
ORDER BY entry.place
WITH giveaway, collect(entry)[..giveaway.quantity] AS winners
UNWIND winners AS entry
SET entry.won_at = coalesce(entry.won_at, $now)
WITH giveaway, winners, entry
MATCH (person:User)-[:ENTERED]->(entry)
MERGE (notification:Notification {key: person.id + ':giveaway_result:' + giveaway.id})
  ON CREATE SET notification += {kind: 'giveaway_result', count: 1, newest_at: $now}
MERGE (person)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(giveaway)
RETURN size(winners) AS winners
LIMIT 1
