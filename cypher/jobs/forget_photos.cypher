// Delete photos that no share shows, some hours after their upload.
//
// Publishing takes the same lock, so a photo is either shown or deleted, never both.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (kept:Rule {name: 'photo_hours'})
MATCH (photo:Photo)
WHERE photo.at < $now - duration({hours: kept.value}) AND NOT EXISTS { (photo)<-[:SHOWS]-() }
WITH photo
ORDER BY photo.id
LIMIT 1000
SET photo.lock = $op
WITH photo
WHERE NOT EXISTS { (photo)<-[:SHOWS]-() }
DETACH DELETE photo
RETURN count(*) AS forgotten
