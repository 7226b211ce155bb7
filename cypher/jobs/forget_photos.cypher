// Forget photos that no share shows, once they have waited long enough.
//
// Showing one takes the same lock, so that it is shown or forgotten, never both.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (kept:Rule {name: 'photo_hours'})
MATCH (photo:Photo)
WHERE photo.at < $now - duration({hours: kept.value}) AND NOT EXISTS { (photo)<-[:SHOWS]-() }
WITH photo ORDER BY photo.id LIMIT 1000
SET photo.lock = $op
WITH photo WHERE NOT EXISTS { (photo)<-[:SHOWS]-() }
DETACH DELETE photo
RETURN count(*) AS forgotten
