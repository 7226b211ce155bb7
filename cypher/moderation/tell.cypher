// Notify the owners of these lines of a moderator's decision about them, once each.
//
// mode: write
// example: {"keys": ["pub:ada-kettle-coupon"], "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (action:Action {id: $op})-[:ON]->(event:XpEvent)<-[:GAINED]-(owner:User)
WHERE event.key IN $keys
WITH action, owner, count(event) AS lines
MERGE (notification:Notification {key: owner.id + ':moderation:' + $op})
SET notification += {kind: 'moderation', count: lines, newest_at: $now, read_at: null}
MERGE (owner)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(action)
