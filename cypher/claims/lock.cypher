// Lock a copy of mine for one order, for some minutes. The same order may extend its lock.
//
// I am locked first: of my copies for one shop, only one is locked at a time.
//
// mode: write
// example: {"me": "cy", "claim": "cy-ada-kettle", "order_id": "o-77", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, locked_until
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (me)-[:CLAIMED]->(claim:Claim {id: $claim})
  -[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
SET claim.lock = $op
WITH me, claim, shop
MATCH (minutes:Rule {name: 'lock_minutes'})
WITH *, CASE
  WHEN claim.revoked_at IS NOT NULL THEN 'revoked'
  WHEN claim.returned_at IS NOT NULL THEN 'returned'
  WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 'redeemed'
  WHEN $now < claim.locked_until AND claim.locked_by <> $order_id THEN 'locked_elsewhere'
  WHEN $now >= claim.use_by THEN 'expired'
  WHEN EXISTS {
    (me)-[:CLAIMED]->(other:Claim)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop)
    WHERE other <> claim
      AND $now < other.locked_until
      AND NOT EXISTS { (other)<-[:REDEEMED]-(:Purchase) }
  } THEN 'shop_locked'
END AS refused
SET
  claim.locked_by = $order_id,
  claim.locked_until = $now + duration({minutes: minutes.value})
RETURN
  refused,
  CASE WHEN refused IS NULL THEN claim.locked_until END AS locked_until
