// Somebody may be suggested to me again.
//
// mode: write
// example: {"viewer": "gus", "user": "dee"}
// returns:
MATCH (:User {id: $viewer})-[dismissed:DISMISSED]->(:User {id: $user})
DELETE dismissed
