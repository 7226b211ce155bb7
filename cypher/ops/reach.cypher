// How many friends each person has, and how many of them have something to show.
//
// The second number comes from the stored ways (`REACHES`).
//
// mode: read
// example: {"ids": ["ada", "bob"]}
// returns: id, friends, reaches
UNWIND $ids AS id
MATCH (user:User {id: id})
RETURN
  id,
  COUNT { (user)-[:FRIEND]-() } AS friends,
  COUNT { (user)-[:REACHES]->() } AS reaches
ORDER BY id
