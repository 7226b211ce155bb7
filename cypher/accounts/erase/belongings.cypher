// What served somebody alone goes: ways to sign in and to link, invites, searches, what they were told, photos.
//
// mode: write
// example: {"user": "ian"}
// returns:
MATCH (:User {id: $user})-[:SIGNS_IN_WITH|SIGNED_IN|LINKS_WITH|INVITES_WITH|SEARCHED|TOLD|UPLOADED]->(thing)
DETACH DELETE thing
