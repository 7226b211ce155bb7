// End a friendship of two locked people, and with it the right to see each other's shares.
//
// mode: write
// example: {"me": "ada", "user": "bob"}
// returns:
MATCH (:User {id: $me})-[edge:FRIEND|REACHES]-(:User {id: $user})
DELETE edge
