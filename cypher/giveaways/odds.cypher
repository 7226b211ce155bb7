// My weight in a giveaway and the weights of all the others.
//
// After the close these are the frozen weights, before it the weights of now.
//
// mode: read
// example: {"me": "ada", "giveaway": "kettles"}
// returns: weight, others
MATCH (me:User {id: $me})
MATCH (giveaway:Giveaway {id: $giveaway})
CALL (me, giveaway) {
  OPTIONAL MATCH (me)-[:ENTERED]->(entry:Entry)-[:IN]->(giveaway)
  RETURN me AS person, entry
  UNION ALL
  MATCH (giveaway)<-[:IN]-(entry:Entry)<-[:ENTERED]-(person:User:Active)
  WHERE person <> me AND entry.left_out IS NULL
  RETURN person, entry
}
WITH me, giveaway, person, entry,
  giveaway.odds[person.level] AS weight,
  EXISTS {
    MATCH (person)-[:ENTERED]->(won:Entry)
    WHERE won.won_at > giveaway.closes_at - duration({days: giveaway.winner_days})
  } AS lucky
WITH me, person, CASE
  WHEN entry.left_out IS NOT NULL THEN 0
  WHEN entry.weight IS NOT NULL THEN entry.weight
  WHEN lucky AND weight > 1 THEN weight / 2
  ELSE weight
END AS weight
WITH weight,
  count(CASE WHEN person = me THEN 1 END) AS mine,
  count(CASE WHEN person <> me THEN 1 END) AS entries
ORDER BY weight
RETURN
  max(CASE mine WHEN 1 THEN weight END) AS weight,
  [other IN collect({weight: weight, entries: entries}) WHERE other.entries > 0] AS others
