// Unblock a person. What the block ended stays ended.
//
// mode: write
// example: {"me": "ada", "user": "hal"}
// returns:
MATCH (:User {id: $me})-[blocks:BLOCKS]->(:User {id: $user})
DELETE blocks
