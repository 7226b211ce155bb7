// Hold a share: nobody sees it until it is restored. Friends' copies stay good.
//
// mode: write
// example: {"thing": "bob-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: $thing})-[:OFFERS]->(coupon:Coupon)
SET publisher.lock = $op
SET coupon.lock = $op
WITH share
SET share.held_at = coalesce(share.held_at, $now)
REMOVE share:Live
RETURN
  CASE
    WHEN share.removed_at IS NOT NULL OR share.withdrawn_at IS NOT NULL THEN 'wrong_state'
  END AS refused,
  share.id AS id
