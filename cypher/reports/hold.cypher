// Hold a share whose coupon enough people say is dead, until a moderator has looked.
//
// mode: write
// example: {"share": "bob-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (most:Rule {name: 'dead_reports_to_hold'})
MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
SET coupon.lock = $op
WITH most, publisher, share
WHERE share:Live AND most.value <= COUNT {
  MATCH (reporter:User)-[:FILED]->(report:Report {category: 'dead_coupon'})-[:ABOUT]->(share)
  WHERE report.resolved_at IS NULL
  RETURN DISTINCT reporter
}
SET share.held_at = $now
REMOVE share:Live
MERGE (notification:Notification {key: publisher.id + ':share_held:' + share.id})
SET notification += {kind: 'share_held', count: 1, newest_at: $now, read_at: null}
MERGE (publisher)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(share)
