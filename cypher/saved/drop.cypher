// Keep a share no longer.
//
// mode: write
// example: {"viewer": "ada", "share": "bob-kettle"}
// returns:
MATCH (:User {id: $viewer})-[saved:SAVED]->(:Share {id: $share})
DELETE saved
