// Reopen the claims of cancelled and refunded purchases, as far as the rules allow.
//
// A released claim keeps its former end, so that a late report of completion uses it after all.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"], "op": "op-1"}
// returns:
MATCH (grace:Rule {name: 'reopen_grace_hours'})
UNWIND $purchases AS id
MATCH (purchase:Purchase {id: id})-[held:REDEEMED|RELEASED]->(claim:Claim)
MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(coupon:Coupon)
WITH purchase, held, claim, coupon, duration({hours: grace.value}) AS grace
ORDER BY coupon.id, claim.id
SET coupon.lock = $op
SET claim.lock = $op
WITH *, coalesce(held.use_by, claim.use_by) AS use_by
WITH *, CASE
  WHEN coalesce(purchase.cancelled_at < purchase.completed_at, purchase.cancelled_at IS NOT NULL)
    THEN 'cancelled'
  WHEN purchase.refunded_at < use_by AND coupon.restore AND NOT EXISTS {
    MATCH (other:Purchase)-[:RELEASED {reason: 'refunded'}]->(claim)
    WHERE other <> purchase
  } THEN 'refunded'
END AS reason
WHERE coalesce(reason, '') <> coalesce(held.reason, '')
  AND (reason IS NOT NULL OR NOT EXISTS { (:Purchase)-[:REDEEMED]->(claim) })
DELETE held
SET claim.use_by = CASE
  WHEN reason = 'cancelled' AND use_by < purchase.cancel_told_at + grace
    THEN purchase.cancel_told_at + grace
  ELSE use_by
END
FOREACH (_ IN CASE WHEN reason IS NULL THEN [1] ELSE [] END |
  CREATE (purchase)-[:REDEEMED]->(claim))
FOREACH (_ IN CASE WHEN reason IS NULL THEN [] ELSE [1] END |
  CREATE (purchase)-[:RELEASED {
    reason: reason,
    use_by: use_by,
    at: CASE reason WHEN 'cancelled' THEN purchase.cancelled_at ELSE purchase.refunded_at END
  }]->(claim))
