// The friendships of these people, from their side.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, friend_key
UNWIND $people AS id
MATCH (user:User {id: id})-[:FRIEND]-(friend:User)
RETURN user.id AS person_key, friend.id AS friend_key
ORDER BY person_key, friend_key
