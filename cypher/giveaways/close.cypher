// Close a giveaway whose time is over: freeze its entries with their levels and weights.
//
// Entries of inactive people are left out. Of people who turned out to be connected, only the first
// to enter stays. No row: there is nothing to close.
//
// mode: write
// example: {"giveaway": "kettles", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: giveaway, left_out
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
WHERE giveaway.approved_at IS NOT NULL AND giveaway.closed_at IS NULL AND giveaway.voided_at IS NULL
  AND giveaway.closes_at <= $now < giveaway.reveal_by
OPTIONAL MATCH (giveaway)<-[:IN]-(entry:Entry)
OPTIONAL MATCH (entry)<-[:ENTERED]-(person:User)
CALL (giveaway, entry, person) {
  MATCH (person)-[:USES*0..]-(near)
  WITH DISTINCT giveaway, entry, near
  WHERE near:Active
  MATCH (near)-[:ENTERED]->(other:Entry)-[:IN]->(giveaway)
  WHERE [other.entered_at, other.key] < [entry.entered_at, entry.key]
  RETURN count(other) AS earlier
}
WITH giveaway, entry, person,
  giveaway.odds[person.level] AS weight,
  EXISTS {
    MATCH (person)-[:ENTERED]->(won:Entry)
    WHERE won.won_at > giveaway.closes_at - duration({days: giveaway.winner_days})
  } AS lucky,
  CASE
    WHEN person IS NULL OR NOT person:Active THEN 'inactive'
    WHEN earlier > 0 THEN 'connected'
  END AS left_out
FOREACH (_ IN CASE WHEN entry IS NULL THEN [] ELSE [1] END |
  SET entry += {left_out: left_out, level: person.level, weight: CASE
    WHEN left_out IS NOT NULL THEN null
    WHEN lucky AND weight > 1 THEN weight / 2
    ELSE weight
  END})
RETURN giveaway.id AS giveaway, count(left_out) AS left_out
