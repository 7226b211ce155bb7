// Record an action of an admin on a giveaway, with its reason.
//
// mode: write
// example: {"action": "action-1", "me": "amy", "giveaway": "kettles", "kind": "approve_giveaway",
//   "reason": "Fair and safe", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (user:User {id: $me})
MATCH (giveaway:Giveaway {id: $giveaway})
MERGE (action:Action {id: $action})
  ON CREATE SET action += {kind: $kind, reason: $reason, at: $now}
MERGE (user)-[:TOOK]->(action)
MERGE (action)-[:ON]->(giveaway)
