// The bytes of a photo: `large` to look at alone, or `small` for a card.
//
// The caller has checked that the viewer may see it.
//
// mode: read
// example: {"photo": "no-photo", "size": "small"}
// returns: content
MATCH (photo:Photo {id: $photo})
RETURN photo[$size] AS content
