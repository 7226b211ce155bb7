// Stop following a creator.
//
// mode: write
// example: {"follower": "bob", "creator": "ivy"}
// returns:
MATCH (:User {id: $follower})-[follows:FOLLOWS]->(:User {id: $creator})
DELETE follows
