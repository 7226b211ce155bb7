// Stop hiding a share.
//
// mode: write
// example: {"me": "ada", "share": "bob-kettle"}
// returns:
MATCH (:User {id: $me})-[hides:HIDES]->(:Share {id: $share})
DELETE hides
