// How many friends these people have, and how many of them have something to show, by what is derived.
//
// mode: read
// example: {"ids": ["ada", "bob"]}
// returns: id, friends, reaches
UNWIND $ids AS id
MATCH (user:User {id: id})
RETURN id, COUNT { (user)-[:FRIEND]-() } AS friends, COUNT { (user)-[:REACHES]->() } AS reaches
ORDER BY id
