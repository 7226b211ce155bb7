// Close a report, and the others that are open about the same thing, by what a moderator did.
//
// mode: write
// example: {"report": "report-1", "action": "action-1", "outcome": "dismissed",
//   "now": "2030-01-01T00:00:00Z"}
// returns: count
MATCH (report:Report {id: $report})-[:ABOUT]->(target)
MATCH (action:Action {id: $action})
MATCH (same:Report)-[:ABOUT]->(target)
WHERE same.resolved_at IS NULL
SET same.resolved_at = $now, same.outcome = $outcome
MERGE (same)-[:RESOLVED_BY]->(action)
RETURN count(same) AS count
