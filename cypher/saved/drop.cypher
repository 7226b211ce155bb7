// Remove a share from those I saved.
//
// mode: write
// example: {"me": "ada", "share": "bob-kettle"}
// returns:
MATCH (:User {id: $me})-[saved:SAVED]->(:Share {id: $share})
DELETE saved
