// Notify the publisher that their share is held from this instant on.
//
// mode: write
// example: {"claim": "cy-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (:Claim {id: $claim})-[:FROM]->(share:Share {held_at: $now})<-[:PUBLISHED]-(publisher:User)
MERGE (notification:Notification {key: publisher.id + ':share_held:' + share.id})
SET notification += {kind: 'share_held', count: 1, newest_at: $now, read_at: null}
MERGE (publisher)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(share)
