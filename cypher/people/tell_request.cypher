// Tell somebody that I ask to be friends, if this very request is new; while a decline cools down they do not read it.
//
// mode: write
// example: {"me": "fay", "user": "ada", "now": "2029-12-30T09:00:00Z"}
// returns:
MATCH (me:User:Active {id: $me})-[asked:ASKED]->(other:User:Active {id: $user})
WHERE asked.at = $now
MERGE (told:Notification {key: other.id + ':friend_request:' + me.id})
SET told += {kind: 'friend_request', count: 1, newest_at: $now, read_at: null}
MERGE (other)-[:TOLD]->(told)
MERGE (told)-[:FROM]->(me)
MERGE (told)-[:ABOUT]->(me)
