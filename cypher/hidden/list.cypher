// The shares I hide, last hidden first, whether or not I may still see them.
//
// mode: read
// example: {"me": "ada", "since": null, "share_id": null, "limit": 21}
// returns: share_id, since, reason
MATCH (:User {id: $me})-[hides:HIDES]->(share:Share)
WHERE $since IS NULL OR hides.since < $since OR (hides.since = $since AND share.id > $share_id)
RETURN share.id AS share_id, hides.since AS since, hides.reason AS reason
ORDER BY since DESC, share_id
LIMIT $limit
