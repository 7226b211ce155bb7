// Of how many devices, payments and addresses I am known to have used which kind, and since when; none is stored.
//
// mode: read
// example: {"me": "ada"}
// returns: kind, since
MATCH (:User {id: $me})-[uses:USES]->(identifier:Identifier)
RETURN identifier.kind AS kind, uses.since AS since
ORDER BY since, kind, identifier.key
