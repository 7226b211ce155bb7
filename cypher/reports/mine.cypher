// My reports and appeals, the latest first, or one of them, and what became of each.
//
// mode: read
// example: {"me": "ada", "report": null, "before": null, "before_id": null, "limit": 21}
// returns: id, kind, target_id, category, text, at, resolved_at, outcome
MATCH (:User {id: $me})-[:FILED]->(report:Report)-[:ABOUT]->(target)
WHERE ($report IS NULL OR report.id = $report) AND ($before IS NULL
  OR report.at < $before OR (report.at = $before AND report.id > $before_id))
RETURN
  report.id AS id,
  report.kind AS kind,
  target.id AS target_id,
  report.category AS category,
  report.text AS text,
  report.at AS at,
  report.resolved_at AS resolved_at,
  report.outcome AS outcome
ORDER BY at DESC, id
LIMIT $limit
