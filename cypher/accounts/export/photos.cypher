// Photos I sent, and which of my shares show them; each is at /v1/photos/{id}.
//
// mode: read
// example: {"me": "ada"}
// returns: id, at, width, height, shares
MATCH (:User {id: $me})-[:UPLOADED]->(photo:Photo)
RETURN
  photo.id AS id,
  photo.at AS at,
  photo.width AS width,
  photo.height AS height,
  COLLECT { MATCH (share:Share)-[:SHOWS]->(photo) RETURN share.id ORDER BY share.id } AS shares
ORDER BY at, id
