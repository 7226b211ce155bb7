// Restore a held or removed share, with its experience.
//
// The caller must then check whether something else voids that experience.
//
// mode: write
// example: {"thing": "bob-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, keys
MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: $thing})-[:OFFERS]->(coupon:Coupon)
SET publisher.lock = $op
SET coupon.lock = $op
WITH publisher, share, coalesce(share.held_at, share.removed_at) <= $now AS out_of_sight
SET share.held_at = null, share.removed_at = null
FOREACH (_ IN CASE WHEN share.withdrawn_at IS NULL THEN [1] ELSE [] END |
  SET share:Live)
WITH publisher, share, out_of_sight
CALL (publisher, share) {
  MATCH (publisher)-[:GAINED]->(event:XpEvent {void_reason: 'removed'})-[:BECAUSE_OF]->(cause)
  WHERE cause = share OR EXISTS { (cause:Thread)-[:ABOUT]->(share) }
  SET event:Unsettled:Untold, event.voided_at = null, event.void_reason = null
  RETURN collect(event.key) AS keys
}
RETURN
  CASE WHEN out_of_sight THEN null ELSE 'wrong_state' END AS refused,
  keys
