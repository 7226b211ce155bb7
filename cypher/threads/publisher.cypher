// Whose share it is, so that we both can be locked.
//
// mode: read
// example: {"share": "ada-kettle"}
// returns: user
MATCH (publisher:User)-[:PUBLISHED]->(:Share {id: $share})
RETURN publisher.id AS user
