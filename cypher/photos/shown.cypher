// Whose photo it is, and which shares show it.
//
// A moderator may look at what somebody has reported.
//
// mode: read
// example: {"viewer": "ada", "photo": "no-photo"}
// returns: mine, reported, shares
MATCH (owner:User)-[:UPLOADED]->(photo:Photo {id: $photo})
RETURN owner.id = $viewer AS mine,
  EXISTS { (photo)<-[:SHOWS]-(:Share)<-[:ABOUT]-(:Report), (:User:Admin {id: $viewer}) } AS reported,
  COLLECT { MATCH (share:Share)-[:SHOWS]->(photo) RETURN share.id ORDER BY share.id } AS shares
