// Unblock somebody; what the block ended stays ended.
//
// mode: write
// example: {"viewer": "ada", "user": "hal"}
// returns:
MATCH (:User {id: $viewer})-[blocks:BLOCKS]->(:User {id: $user})
DELETE blocks
