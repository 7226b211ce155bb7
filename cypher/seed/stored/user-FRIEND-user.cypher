// The stored friendships of these people, as rows of user-FRIEND-user.csv.
//
// mode: read
// example: {"users": ["ada"]}
// returns: user, friend
MATCH (user:User)-[:FRIEND]-(friend:User)
WHERE user.id IN $users
RETURN user.id AS user, friend.id AS friend
ORDER BY user, friend
