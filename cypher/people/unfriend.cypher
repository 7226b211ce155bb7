// End a friendship of two locked people; what one may see of the other ends with it.
//
// mode: write
// example: {"me": "ada", "user": "bob"}
// returns:
MATCH (:User {id: $me})-[edge:FRIEND|REACHES]-(:User {id: $user})
DELETE edge
