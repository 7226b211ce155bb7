// My reports and appeals.
//
// mode: read
// example: {"me": "ada"}
// returns: id, kind, target_id, category, text, at, resolved_at, outcome
MATCH (:User {id: $me})-[:FILED]->(report:Report)-[:ABOUT]->(target)
RETURN
  report.id AS id,
  report.kind AS kind,
  target.id AS target_id,
  report.category AS category,
  report.text AS text,
  report.at AS at,
  report.resolved_at AS resolved_at,
  report.outcome AS outcome
ORDER BY at, id
