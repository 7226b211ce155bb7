// My relationship to each of these people, in the given order.
//
// mode: read
// example: {"me": "ada", "users": ["bob", "cy", "nobody"], "now": "2030-01-01T00:00:00Z"}
// returns: id, viewer
MATCH (me:User {id: $me})
UNWIND range(0, size($users) - 1) AS place
OPTIONAL MATCH (known:User {id: $users[place]})
// part: parts/viewer
RETURN $users[place] AS id, viewer
ORDER BY place
