// Accept direct sends from a person again.
//
// mode: write
// example: {"me": "eve", "user": "ada"}
// returns:
MATCH (:User {id: $me})-[refuses:REFUSES_FROM]->(:User {id: $user})
DELETE refuses
