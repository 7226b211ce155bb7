// Notify the asker that they and I became friends at this instant.
//
// mode: write
// example: {"me": "ada", "user": "bob", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})-[friendship:FRIEND]-(other:User:Active {id: $user})
WHERE friendship.since = $now
MERGE (notification:Notification {key: other.id + ':friend_accepted:' + me.id})
SET notification += {kind: 'friend_accepted', count: 1, newest_at: $now, read_at: null}
MERGE (other)-[:TOLD]->(notification)
MERGE (notification)-[:FROM]->(me)
MERGE (notification)-[:ABOUT]->(me)
