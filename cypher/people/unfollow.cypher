// One person follows another no longer.
//
// mode: write
// example: {"follower": "bob", "creator": "ivy"}
// returns:
MATCH (:User {id: $follower})-[follows:FOLLOWS]->(:User {id: $creator})
DELETE follows
