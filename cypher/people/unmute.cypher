// Mute a person, a shop or a category no longer.
//
// mode: write
// example: {"viewer": "ada", "target": "eve"}
// returns:
MATCH (:User {id: $viewer})-[mutes:MUTES]->(target:User|Shop|Category)
WHERE target.id = $target
DELETE mutes
