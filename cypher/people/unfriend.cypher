// End a friendship of two locked people; what one may see of the other ends with it.
//
// mode: write
// example: {"viewer": "ada", "user": "bob"}
// returns:
MATCH (:User {id: $viewer})-[edge:FRIEND|REACHES]-(:User {id: $user})
DELETE edge
