// A person as the subject of a report: anybody there is, also who blocks me or left.
//
// mode: read
// example: {"id": "eve"}
// returns: owner
MATCH (owner:User {id: $id})
RETURN owner.id AS owner
