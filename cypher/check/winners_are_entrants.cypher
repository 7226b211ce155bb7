// A winner of a giveaway entered it and took part in its draw.
// Only the first in rank who did not pass win.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (entry:Entry)
OPTIONAL MATCH (entry)-[:IN]->(giveaway:Giveaway)
WITH entry, giveaway, COUNT {
  MATCH (giveaway)<-[:IN]-(better:Entry)
  WHERE better.place < entry.place AND better.passed_at IS NULL
} AS before
WHERE COUNT { (entry)-[:IN]->(:Giveaway) } <> 1
  OR COUNT { (entry)<-[:ENTERED]-(user:User) WHERE entry.key = giveaway.id + ':' + user.id } <> 1
  OR entry.place IS NOT NULL AND (entry.weight IS NULL OR NOT EXISTS { (giveaway)-[:DREW]->() })
  OR entry.place IS NOT NULL AND EXISTS {
    MATCH (giveaway)<-[:IN]-(other:Entry)
    WHERE other <> entry AND other.place = entry.place
  }
  OR entry.won_at IS NOT NULL
    AND (entry.place IS NULL OR entry.passed_at IS NOT NULL OR before >= giveaway.quantity)
WITH entry.key AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
