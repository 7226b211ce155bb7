// My purchases, newest first: the status of each, the coupon it earned, the claim it used.
//
// Until `pick_until` I can pick which of several claims it used; null means that I cannot.
//
// mode: read
// example: {"user": "cy", "now": "2030-01-01T00:00:00Z", "recorded_at": null, "id": null,
//   "limit": 20}
// returns: id, platform, shop, product, paid_fen, refunded_fen, currency, status, recorded_at,
//   verified_at, completed_at, cancelled_at, refunded_at, coupon, claim_id, credit_source,
//   pick_until
MATCH (window:Rule {name: 'pick_days'})
MATCH (buyer:User {id: $user})-[:MADE]->(purchase:Purchase)
WHERE $recorded_at IS NULL
  OR purchase.recorded_at < $recorded_at
  OR (purchase.recorded_at = $recorded_at AND purchase.id < $id)
WITH window, buyer, purchase
ORDER BY purchase.recorded_at DESC, purchase.id DESC
LIMIT $limit
MATCH (purchase)-[:AT]->(shop:Shop)-[:ON]->(platform:Platform), (purchase)-[:OF]->(product:Product)
OPTIONAL MATCH (purchase)-[:EARNED]->(coupon:Coupon)
OPTIONAL MATCH (purchase)-[:REDEEMED]->(claim:Claim)
WITH *,
  coalesce(purchase.verified_at, purchase.completed_at) + duration({days: window.value}) AS until
RETURN
  purchase.id AS id,
  platform.id AS platform,
  shop {.id, .name} AS shop,
  product {.id, .name} AS product,
  purchase.paid_fen AS paid_fen,
  purchase.refunded_fen AS refunded_fen,
  purchase.currency AS currency,
  CASE
    WHEN coalesce(purchase.cancelled_at < purchase.completed_at, purchase.cancelled_at IS NOT NULL)
      THEN 'cancelled'
    WHEN purchase.refunded_at IS NOT NULL THEN 'refunded'
    WHEN purchase.refunded_fen > 0 THEN 'partially_refunded'
    WHEN purchase.completed_at IS NOT NULL THEN 'completed'
    WHEN purchase.verified_at IS NOT NULL THEN 'verified'
    ELSE 'recorded'
  END AS status,
  purchase.recorded_at AS recorded_at, purchase.verified_at AS verified_at,
  purchase.completed_at AS completed_at, purchase.cancelled_at AS cancelled_at,
  purchase.refunded_at AS refunded_at,
  coupon {.id, .quota, .claim_by, .revoked_at} AS coupon,
  claim.id AS claim_id,
  CASE WHEN claim IS NOT NULL THEN purchase.credit_source END AS credit_source,
  CASE
    WHEN purchase.claim_code IS NULL AND claim IS NULL AND $now < until THEN until
  END AS pick_until
ORDER BY recorded_at DESC, id DESC
