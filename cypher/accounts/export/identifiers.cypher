// The kind of each device, payment or address I used, and since when.
//
// The values themselves are not stored.
//
// mode: read
// example: {"me": "ada"}
// returns: kind, since
MATCH (:User {id: $me})-[uses:USES]->(identifier:Identifier)
RETURN identifier.kind AS kind, uses.since AS since
ORDER BY since, kind, identifier.key
