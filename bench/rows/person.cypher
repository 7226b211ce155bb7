// The properties of these people.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, id, display_name, bridge, active, creator
UNWIND $people AS id
MATCH (user:User {id: id})
RETURN user.id AS person_key, user.id AS id, user.display_name AS display_name,
  user.bridge AS bridge, user:Active AS active, user:Creator AS creator
ORDER BY id
