// Shares I saved for later.
//
// mode: read
// example: {"me": "ada"}
// returns: share_id, since
MATCH (:User {id: $me})-[saved:SAVED]->(share:Share)
RETURN share.id AS share_id, saved.since AS since
ORDER BY since, share_id
