// Delete an invite of mine.
//
// mode: write
// example: {"me": "ada", "invite": "i-1"}
// returns: withdrawn
MATCH (:User {id: $me})-[:INVITES_WITH]->(invite:Invite {id: $invite})
DETACH DELETE invite
RETURN count(*) > 0 AS withdrawn
