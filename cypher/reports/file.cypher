// File a report, or return mine about the same thing that waits. One person may file so many a day.
//
// mode: write
// example: {"me": "ada", "report": "report-1", "kind": "user", "id": "eve", "category": "spam",
//   "text": null, "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id
MATCH (most:Rule {name: 'reports_per_day'}), (me:User:Active {id: $me})
// part: parts/today
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
WITH *, had IS NULL AND most.value <= COUNT {
  (me)-[:FILED]->(filed:Report) WHERE filed.at >= today } AS too_many
CALL (*) {
  WITH * WHERE had IS NULL AND NOT too_many
  CREATE (report:Report {id: $report, kind: $kind, category: $category, at: $now})
  SET report.text = $text
  CREATE (me)-[:FILED]->(report)-[:ABOUT]->(target)
}
RETURN CASE WHEN too_many THEN 'report_limit' END AS refused,
  CASE WHEN too_many THEN most.value END AS limit,
  coalesce(had.id, $report) AS id
