// Whether a photo is mine, and which shares show it.
//
// `reported` lets a moderator look at a photo of a reported share.
//
// mode: read
// example: {"me": "ada", "photo": "no-photo"}
// returns: mine, reported, shares
MATCH (owner:User)-[:UPLOADED]->(photo:Photo {id: $photo})
RETURN
  owner.id = $me AS mine,
  EXISTS {
    (photo)<-[:SHOWS]-(:Share)<-[:ABOUT]-(:Report), (:User:Admin {id: $me})
  } AS reported,
  COLLECT {
    MATCH (share:Share)-[:SHOWS]->(photo)
    RETURN share.id
    ORDER BY share.id
  } AS shares
