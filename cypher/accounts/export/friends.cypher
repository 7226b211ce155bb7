// My friends and since when.
//
// mode: read
// example: {"viewer": "ada"}
// returns: id, display_name, since
MATCH (:User {id: $viewer})-[friendship:FRIEND]-(friend:User)
RETURN friend.id AS id, friend.display_name AS display_name, friendship.since AS since
ORDER BY since, id
