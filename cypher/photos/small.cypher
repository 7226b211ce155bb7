// The bytes of a photo, as cards show it; whether somebody may see it is asked before.
//
// mode: read
// example: {"photo": "no-photo"}
// returns: content
MATCH (photo:Photo {id: $photo})
RETURN photo.small AS content
