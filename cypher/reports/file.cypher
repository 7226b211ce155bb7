// File a report, or find mine about the same thing that nobody has looked at yet. So many a day.
//
// mode: write
// example: {"me": "ada", "report": "report-1", "kind": "user", "id": "eve", "category": "spam", "text": null,
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (most:Rule {name: 'reports_per_day'})
WITH most, duration({hours: begins.value}) AS ahead
WITH most, datetime.truncate('day', $now + ahead) - ahead AS day
MATCH (me:User:Active {id: $me})
CALL () {
  MATCH (target:User {id: $id}) WHERE $kind = 'user' RETURN target
  UNION
  MATCH (target:Share {id: $id}) WHERE $kind = 'share' RETURN target
  UNION
  MATCH (target:Message {id: $id}) WHERE $kind = 'message' RETURN target
  UNION
  MATCH (target:Question {id: $id}) WHERE $kind = 'question' RETURN target
  UNION
  MATCH (target:Wish {id: $id}) WHERE $kind = 'wish' RETURN target
  UNION
  MATCH (target:Reply {id: $id}) WHERE $kind = 'reply' RETURN target
  UNION
  MATCH (target:Shop {id: $id}) WHERE $kind = 'shop' RETURN target
  UNION
  MATCH (target:Action {id: $id}) WHERE $kind = 'action' RETURN target
}
OPTIONAL MATCH (me)-[:FILED]->(had:Report {category: $category})-[:ABOUT]->(target)
WHERE had.resolved_at IS NULL OR $kind = 'action'
WITH *, COUNT { (me)-[:FILED]->(filed:Report) WHERE filed.at >= day } >= most.value AND had IS NULL AS too_many
CALL (*) {
  WITH * WHERE had IS NULL AND NOT too_many
  CREATE (me)-[:FILED]->(report:Report {id: $report, kind: $kind, category: $category, at: $now})-[:ABOUT]->(target)
  SET report.text = $text
}
RETURN CASE WHEN too_many THEN 'report_limit' END AS refused, CASE WHEN too_many THEN most.value END AS limit,
  coalesce(had.id, $report) AS id
