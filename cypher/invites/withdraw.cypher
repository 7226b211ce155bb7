// An invite of mine is good no more; nothing of it is kept.
//
// mode: write
// example: {"viewer": "ada", "invite": "i-1"}
// returns: withdrawn
MATCH (:User {id: $viewer})-[:INVITES_WITH]->(invite:Invite {id: $invite})
DETACH DELETE invite
RETURN count(*) > 0 AS withdrawn
