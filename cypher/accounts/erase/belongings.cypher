// Delete the things that served only this person.
//
// These are the ways to sign in and to link, invites, searches, notifications and photos.
//
// mode: write
// example: {"user": "ian"}
// returns:
MATCH (user:User {id: $user})
MATCH (user)-[:SIGNS_IN_WITH|SIGNED_IN|LINKS_WITH|INVITES_WITH|SEARCHED|TOLD|UPLOADED]->(thing)
DETACH DELETE thing
