// My friends, and since when we are friends.
//
// mode: read
// example: {"me": "ada"}
// returns: id, display_name, since
MATCH (:User {id: $me})-[friendship:FRIEND]-(friend:User)
RETURN friend.id AS id, friend.display_name AS display_name, friendship.since AS since
ORDER BY since, id
