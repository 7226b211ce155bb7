// My shares, newest first, or one of them: the state of each, and what became of it.
//
// Buyers are a count of whole days past: a purchase counts from the first beginning of a day that
// is `digest_min_hours` after it, so that the count shows nobody who bought, or when.
//
// mode: read
// example: {"me": "ada", "share": null, "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: share
MATCH (me:User {id: $me})-[:PUBLISHED]->(share:Share)
WHERE share.published_at IS NOT NULL AND ($share IS NULL OR share.id = $share)
  AND ($before IS NULL OR share.published_at < $before
    OR (share.published_at = $before AND share.id > $before_id))
WITH me, share, 0 AS way, [] AS bridges
ORDER BY share.published_at DESC, share.id LIMIT $limit
MATCH (digest:Rule {name: 'digest_min_hours'})
// part: parts/today
WITH *, today - duration({hours: digest.value}) AS until
MATCH (share)-[:OFFERS]->(coupon:Coupon)
// part: parts/card
WITH share, card {
  .id, .note, .cons, .used_for_days, .published_at, .edited_at, .expires_at, .ad_label, .version,
  .shop, .product, .platform, .terms, .quota, .remaining, .photos,
  coupon_id: coupon.id, audience: share.audience, status: CASE
    WHEN share.removed_at IS NOT NULL THEN 'removed'
    WHEN share.withdrawn_at IS NOT NULL THEN 'withdrawn'
    WHEN share.held_at IS NOT NULL THEN 'held'
    WHEN coupon.revoked_at IS NOT NULL THEN 'revoked'
    WHEN $now >= coupon.claim_by THEN 'expired'
    ELSE 'live' END,
  claims: COUNT { (share)<-[:FROM]-(:Taken) },
  buyers: COUNT {
    (share)<-[:FROM]-(:Claim)<-[:REDEEMED]-(order:Purchase) WHERE order.completed_at < until },
  sent: COUNT { (share)-[sent:SENT_TO]->() WHERE sent.wished IS NULL }
} AS card
RETURN card AS share
ORDER BY share.published_at DESC, share.id
