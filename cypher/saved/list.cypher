// The shares I saved, newest first, also those that I may not see any more.
//
// mode: read
// example: {"me": "ada", "since": null, "share_id": null, "limit": 21}
// returns: share_id, since
MATCH (:User {id: $me})-[saved:SAVED]->(share:Share)
WHERE $since IS NULL OR saved.since < $since OR (saved.since = $since AND share.id > $share_id)
RETURN share.id AS share_id, saved.since AS since
ORDER BY since DESC, share_id
LIMIT $limit
