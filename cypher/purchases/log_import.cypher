// Write down an import: its admin, its reason and its number of rows.
//
// mode: write
// example: {"id": "action-1", "user": "ada", "kind": "import_orders",
//   "reason": "Missed in December", "count": 12, "now": "2030-01-01T00:00:00Z"}
// returns: id, kind, count
MATCH (user:User {id: $user})
MERGE (action:Action {id: $id})
  ON CREATE SET
    action.kind = $kind,
    action.reason = $reason,
    action.count = $count,
    action.at = $now
MERGE (user)-[:TOOK]->(action)
RETURN action.id AS id, action.kind AS kind, action.count AS count
