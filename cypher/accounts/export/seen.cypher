// Shares a list showed me, and when I opened one.
//
// mode: read
// example: {"me": "ada"}
// returns: share_id, at, opened_at
MATCH (:User {id: $me})-[saw:SAW]->(share:Share)
RETURN share.id AS share_id, saw.at AS at, saw.opened_at AS opened_at
ORDER BY at, share_id
