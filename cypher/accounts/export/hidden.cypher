// Shares I hide, and why.
//
// mode: read
// example: {"me": "ada"}
// returns: share_id, since, reason
MATCH (:User {id: $me})-[hides:HIDES]->(share:Share)
RETURN share.id AS share_id, hides.since AS since, hides.reason AS reason
ORDER BY since, share_id
