// The bytes of a photo, as it is looked at alone; whether somebody may see it is asked before.
//
// mode: read
// example: {"photo": "no-photo"}
// returns: content
MATCH (photo:Photo {id: $photo})
RETURN photo.large AS content
