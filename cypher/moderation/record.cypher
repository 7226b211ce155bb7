// Record an action of a moderator with its reason, and notify the owner of the thing.
//
// `thing` is null when the action changed nothing.
//
// mode: write
// example: {"admin": "amy", "kind": "hold_share", "reason": "The coupon does not open",
//   "thing": "bob-kettle", "owner": "bob", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id, kind
MATCH (admin:User {id: $admin})
MERGE (action:Action {id: $op})
  ON CREATE SET action += {kind: $kind, reason: $reason, at: $now}
MERGE (admin)-[:TOOK]->(action)
WITH action
CALL (action) {
  MATCH (thing:User|Share|Message|Question|Wish|Reply {id: $thing})
  MERGE (action)-[:ON]->(thing)
  WITH action
  MATCH (owner:User {id: $owner})
  MERGE (notification:Notification {key: owner.id + ':moderation:' + action.id})
    ON CREATE SET notification += {kind: 'moderation', count: 1, newest_at: $now}
  MERGE (owner)-[:TOLD]->(notification)
  MERGE (notification)-[:ABOUT]->(action)
}
RETURN action.id AS id, action.kind AS kind
