// Let the feeds of my friends' friends find me: the way from each friend to me, where it is
// missing.
//
// The caller holds my lock, as befriending does, so that neither misses the other.
//
// mode: write
// example: {"me": "ada"}
// returns:
MATCH (publisher:User {id: $me})-[:FRIEND]-(friend:User)
WHERE NOT EXISTS { (friend)-[:REACHES]->(publisher) }
CREATE (friend)-[:REACHES]->(publisher)
