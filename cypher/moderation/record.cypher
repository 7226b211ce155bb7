// Write down what a moderator did and why, and tell whose thing it was. `thing` is null when nothing was done to any.
//
// mode: write
// example: {"admin": "amy", "kind": "hold_share", "reason": "The coupon does not open", "thing": "bob-kettle",
//   "owner": "bob", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
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
  MERGE (told:Notification {key: owner.id + ':moderation:' + action.id})
    ON CREATE SET told += {kind: 'moderation', count: 1, newest_at: $now}
  MERGE (owner)-[:TOLD]->(told)
  MERGE (told)-[:ABOUT]->(action)
}
RETURN action.id AS id, action.kind AS kind
