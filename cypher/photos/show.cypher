// Let a share of mine show these photos of mine, in this order, and no others.
//
// mode: write
// example: {"me": "bob", "share": "bob-kettle", "photos": [], "op": "op-1"}
// returns: refused
MATCH (publisher:User {id: $me})-[:PUBLISHED]->(share:Share {id: $share})
CALL (share) {
  MATCH (share)-[shows:SHOWS]->(photo)
  WHERE coalesce(photo.id <> $photos[shows.place], true)
  DELETE shows
}
CALL (publisher, share) {
  UNWIND range(0, size($photos) - 1) AS place
  MATCH (publisher)-[:UPLOADED]->(photo:Photo {id: $photos[place]})
  SET photo.lock = $op
  MERGE (share)-[:SHOWS {place: place}]->(photo)
  RETURN count(DISTINCT photo) AS shown
}
RETURN CASE WHEN shown < size($photos) THEN 'no_such_photo' END AS refused
