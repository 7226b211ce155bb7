// Tell whoever asked that they and I are friends from this instant on.
//
// mode: write
// example: {"me": "ada", "user": "bob", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})-[friendship:FRIEND]-(other:User:Active {id: $user})
WHERE friendship.since = $now
MERGE (told:Notification {key: other.id + ':friend_accepted:' + me.id})
SET told += {kind: 'friend_accepted', count: 1, newest_at: $now, read_at: null}
MERGE (other)-[:TOLD]->(told)
MERGE (told)-[:FROM]->(me)
MERGE (told)-[:ABOUT]->(me)
