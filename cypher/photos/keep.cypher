// Keep a photo of mine. A photo that I sent before is the same photo.
//
// A rule limits how many photos wait for a share, so that nobody uses this as a store of files.
//
// mode: write
// example: {"me": "ada", "photo": "photo-1", "key": "ada:af01", "large": "bytes",
//   "small": "bytes", "width": 1600, "height": 1200, "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id, width, height
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (most:Rule {name: 'photos_waiting'})
MERGE (photo:Photo {key: $key})
  ON CREATE SET photo += {
    id: $photo,
    at: $now,
    large: $large,
    small: $small,
    width: $width,
    height: $height
  }
MERGE (me)-[:UPLOADED]->(photo)
SET photo.lock = $op
WITH photo, most, COUNT {
  (me)-[:UPLOADED]->(unused) WHERE NOT EXISTS { (unused)<-[:SHOWS]-() }
} AS waiting
RETURN
  CASE WHEN waiting > most.value THEN 'photos_waiting' END AS refused,
  most.value AS limit,
  photo.id AS id,
  photo.width AS width,
  photo.height AS height
