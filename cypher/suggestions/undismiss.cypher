// Somebody may be suggested to me again.
//
// mode: write
// example: {"me": "gus", "user": "dee"}
// returns:
MATCH (:User {id: $me})-[dismissed:DISMISSED]->(:User {id: $user})
DELETE dismissed
