// Notify people of copies that expire soon: copies of one day together, each copy once.
//
// mode: write
// example: {"op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: notified
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (soon:Rule {name: 'expiring_hours'})
MATCH (claim:Claim)
WHERE $now < claim.use_by AND claim.use_by <= $now + duration({hours: soon.value}) AND claim:Taken
  AND NOT EXISTS { (claim)<-[:REDEEMED]-() }
  AND NOT EXISTS { (claim)<-[:ABOUT]-(:Notification {kind: 'coupon_expiring'}) }
MATCH (user:User:Active)-[:CLAIMED]->(claim)
WITH user, claim, duration({hours: begins.value}) AS ahead
ORDER BY user.id, claim.id
LIMIT 1000
SET user.lock = $op
WITH user, claim, ahead
WHERE NOT EXISTS { (claim)<-[:ABOUT]-(:Notification {kind: 'coupon_expiring'}) }
MERGE (notification:Notification {
  key: user.id + ':coupon_expiring:' + toString(date(claim.use_by + ahead))
})
MERGE (user)-[:TOLD]->(notification)
MERGE (notification)-[:ABOUT]->(claim)
WITH notification, count(*) AS fresh
SET notification += {
  kind: 'coupon_expiring',
  newest_at: $now,
  read_at: null,
  count: COUNT { (notification)-[:ABOUT]->(:Claim) }
}
RETURN sum(fresh) AS notified
