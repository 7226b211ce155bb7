// The publisher of a share, so that the caller can lock us both.
//
// mode: read
// example: {"share": "ada-kettle"}
// returns: user
MATCH (publisher:User)-[:PUBLISHED]->(:Share {id: $share})
RETURN publisher.id AS user
