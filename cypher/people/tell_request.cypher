// Notify a person that I ask to be friends, if this very request is new.
//
// While a decline cools down, the person does not read the notification.
//
// mode: write
// example: {"me": "fay", "user": "ada", "now": "2029-12-30T09:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})-[request:ASKED]->(other:User:Active {id: $user})
WHERE request.at = $now
MERGE (notification:Notification {key: other.id + ':friend_request:' + me.id})
SET notification += {kind: 'friend_request', count: 1, newest_at: $now, read_at: null}
MERGE (other)-[:TOLD]->(notification)
MERGE (notification)-[:FROM]->(me)
MERGE (notification)-[:ABOUT]->(me)
