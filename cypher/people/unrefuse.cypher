// Take direct sends from somebody again.
//
// mode: write
// example: {"viewer": "eve", "user": "ada"}
// returns:
MATCH (:User {id: $viewer})-[refuses:REFUSES_FROM]->(:User {id: $user})
DELETE refuses
