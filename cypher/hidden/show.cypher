// Hide a share no longer.
//
// mode: write
// example: {"viewer": "ada", "share": "bob-kettle"}
// returns:
MATCH (:User {id: $viewer})-[hides:HIDES]->(:Share {id: $share})
DELETE hides
