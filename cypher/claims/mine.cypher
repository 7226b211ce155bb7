// My copies, newest first, or one of them: its status, and why I cannot use it now.
//
// The terms stay readable for ever. The note and its writer show while both people are active and
// neither blocks the other.
//
// mode: read
// example: {"me": "cy", "claim": null, "status": null, "before": null, "before_id": null,
//   "limit": 21, "now": "2030-01-01T00:00:00Z"}
// returns: id, code, status, usable, reason, claimed_at, use_by, returned_at, locked_until,
//   locked_by, degree, via, verdict, verdict_at, thanked_at, shop, product, platform, terms, share
MATCH (me:User:Active {id: $me})-[:CLAIMED]->(claim:Claim)
  -[:FROM]->(share:Share)-[:OFFERS]->(coupon:Coupon)
WHERE ($claim IS NULL OR claim.id = $claim)
  AND ($before IS NULL OR claim.claimed_at < $before
    OR (claim.claimed_at = $before AND claim.id > $before_id))
WITH me, claim, share, coupon, CASE
  WHEN claim.revoked_at IS NOT NULL THEN 'revoked'
  WHEN claim.returned_at IS NOT NULL THEN 'returned'
  WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 'redeemed'
  WHEN $now < claim.locked_until THEN 'locked'
  WHEN $now >= claim.use_by THEN 'expired'
  ELSE 'open' END AS status
WHERE $status IS NULL OR status = $status
WITH *
ORDER BY claim.claimed_at DESC, claim.id
LIMIT $limit
MATCH (coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
OPTIONAL MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
OPTIONAL MATCH (publisher:User:Active)-[:PUBLISHED]->(share)
WHERE NOT EXISTS { (publisher)-[:BLOCKS]-(me) }
WITH *, CASE
  WHEN status = 'locked' THEN 'locked_elsewhere'
  WHEN status <> 'open' THEN status
  WHEN EXISTS {
    (me)-[:CLAIMED]->(other:Claim)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop)
    WHERE other <> claim
      AND $now < other.locked_until AND NOT EXISTS { (other)<-[:REDEEMED]-(:Purchase) }
  } THEN 'shop_locked' END AS reason
RETURN
  claim.id AS id, claim.code AS code, status, reason IS NULL AS usable, reason,
  claim.claimed_at AS claimed_at, claim.use_by AS use_by, claim.returned_at AS returned_at,
  claim.locked_until AS locked_until, claim.locked_by AS locked_by, claim.degree AS degree,
  claim.via AS via, claim.verdict AS verdict, claim.verdict_at AS verdict_at,
  claim.thanked_at AS thanked_at, shop {.id, .name} AS shop,
  product {.id, .name, category: category.id} AS product,
  platform {.id, .name_zh, .name_en, .open_with} AS platform,
  coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days} AS terms,
  CASE WHEN publisher IS NOT NULL THEN share {.id, .note, .cons, .used_for_days, .edited_at,
    .ad_label, publisher: publisher {.id, .display_name, creator: publisher:Creator}} END AS share
ORDER BY claimed_at DESC, id
