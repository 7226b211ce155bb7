// The friends of these people with shares to show.
//
// mode: read
// example: {"people": ["ada"]}
// returns: friend_key, publisher_key
UNWIND $people AS id
MATCH (user:User {id: id})-[:REACHES]->(publisher:User)
RETURN user.id AS friend_key, publisher.id AS publisher_key
ORDER BY friend_key, publisher_key
