// Stop muting a person, a shop or a category.
//
// mode: write
// example: {"me": "ada", "target": "eve"}
// returns:
MATCH (:User {id: $me})-[mutes:MUTES]->(target:User|Shop|Category)
WHERE target.id = $target
DELETE mutes
