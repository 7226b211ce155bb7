// My shares, newest first, or one of them: how each stands, and what became of it.
//
// Buyers are told as a count of whole days past: a purchase counts from the first day's beginning that
// is `digest_min_hours` after it, so that nobody can tell from the count who bought, or when.
//
// mode: read
// example: {"me": "ada", "share": null, "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, coupon_id, status, note, cons, used_for_days, audience, published_at, edited_at, expires_at,
//   ad_label, version, shop, product, platform, terms, quota, remaining, claims, buyers, sent, photos
MATCH (:User {id: $me})-[:PUBLISHED]->(share:Share)
WHERE share.published_at IS NOT NULL AND ($share IS NULL OR share.id = $share) AND ($before IS NULL
  OR share.published_at < $before OR (share.published_at = $before AND share.id > $before_id))
WITH share ORDER BY share.published_at DESC, share.id LIMIT $limit
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
MATCH (digest:Rule {name: 'digest_min_hours'})
WITH share, duration({hours: begins.value}) AS ahead, duration({hours: digest.value}) AS least
WITH share, datetime.truncate('day', $now + ahead) - ahead - least AS told_until
MATCH (share)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
OPTIONAL MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
RETURN
  share.id AS id, coupon.id AS coupon_id,
  CASE
    WHEN share.removed_at IS NOT NULL THEN 'removed'
    WHEN share.withdrawn_at IS NOT NULL THEN 'withdrawn'
    WHEN share.held_at IS NOT NULL THEN 'held'
    WHEN coupon.revoked_at IS NOT NULL THEN 'revoked'
    WHEN $now >= coupon.claim_by THEN 'expired'
    ELSE 'live' END AS status,
  share.note AS note, share.cons AS cons, share.used_for_days AS used_for_days, share.audience AS audience,
  share.published_at AS published_at, share.edited_at AS edited_at, share.expires_at AS expires_at,
  share.ad_label AS ad_label, share.version AS version, shop {.id, .name} AS shop,
  product {.id, .name, category: category.id} AS product, platform {.id, .name_zh, .name_en, .open_with} AS platform,
  coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days} AS terms, coupon.quota AS quota,
  coupon.quota - COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(copy:Claim)
    WHERE copy.returned_at IS NULL AND copy.revoked_at IS NULL } AS remaining,
  COUNT { (share)<-[:FROM]-(copy:Claim) WHERE copy.returned_at IS NULL AND copy.revoked_at IS NULL } AS claims,
  COUNT { (share)<-[:FROM]-(:Claim)<-[:REDEEMED]-(used:Purchase) WHERE used.completed_at < told_until } AS buyers,
  COUNT { (share)-[sent:SENT_TO]->() WHERE sent.wished IS NULL } AS sent,
  COLLECT { MATCH (share)-[shows:SHOWS]->(photo) RETURN photo.id ORDER BY shows.place LIMIT 4 } AS photos
ORDER BY published_at DESC, id
