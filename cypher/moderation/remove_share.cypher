// Remove a share for good, with the experience from it. Friends' copies stay good.
//
// mode: write
// example: {"thing": "bob-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: $thing})-[:OFFERS]->(coupon:Coupon)
SET publisher.lock = $op
SET coupon.lock = $op
WITH publisher, share
SET share.removed_at = coalesce(share.removed_at, $now)
REMOVE share:Live
WITH publisher, share
CALL (publisher, share) {
  MATCH (publisher)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(cause)
  WHERE event.voided_at IS NULL AND (cause = share OR EXISTS { (cause:Thread)-[:ABOUT]->(share) })
  SET event:Unsettled, event.voided_at = $now, event.void_reason = 'removed'
}
RETURN share.id AS id
