// The bytes of a photo, `large` as it is looked at alone or `small` as on a card; who may see it is asked before.
//
// mode: read
// example: {"photo": "no-photo", "size": "small"}
// returns: content
MATCH (photo:Photo {id: $photo})
RETURN photo[$size] AS content
