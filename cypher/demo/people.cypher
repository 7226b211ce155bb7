// People of the demo town by their ids, in that order; a missing person is left out.
//
// mode: read
// example: {"people": ["ada", "bob"]}
// returns: handle, display_name
UNWIND range(0, size($people) - 1) AS place
MATCH (user:User:Active {id: $people[place]})
RETURN user.handle AS handle, user.display_name AS display_name
ORDER BY place
