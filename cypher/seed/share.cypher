// Shares: a coupon published with a note by the person whose purchase earned it.
//
// The share of a revoked coupon is withdrawn, as purchases/revoke does.
//
// mode: write
// example: {"rows": [{"id": "zed-share", "coupon": "cy-oolong-coupon", "audience": "circle",
//   "note": "Two months of it every morning: roasted, mild, and it does not turn bitter.",
//   "used_for_days": 60, "published_at": "2029-12-20T00:00:00Z", "ad_label": true}]}
// returns:
// columns: {"id": "key id", "coupon": "-> coupon", "note": "text(20,2000)", "cons": "text(1,500)?",
//   "used_for_days": "int(0,36500)?", "audience": "one of friends|circle|public|direct",
//   "published_at": "instant?", "edited_at": "instant?", "withdrawn_at": "instant?",
//   "held_at": "instant?", "removed_at": "instant?", "ad_label": "bool"}
UNWIND $rows AS row
MATCH (publisher:User)-[:MADE]->(:Purchase)-[:EARNED]->(coupon:Coupon {id: row.coupon})
MERGE (share:Share {id: row.id})
  ON CREATE SET share.version = 1
SET share += row {
  .note, .cons, .used_for_days, .audience, .published_at, .edited_at, .withdrawn_at, .held_at,
  .removed_at, .ad_label
}
SET share.expires_at = coupon.claim_by, share.withdrawn_at = coalesce(share.withdrawn_at,
  CASE WHEN coupon.revoked_at < share.published_at THEN share.published_at
    ELSE coupon.revoked_at END)
REMOVE share:Live
SET share:$(CASE
  WHEN share.published_at IS NOT NULL
    AND coalesce(share.withdrawn_at, share.held_at, share.removed_at) IS NULL THEN ['Live']
  ELSE []
END)
MERGE (publisher)-[:PUBLISHED]->(share)
MERGE (share)-[:OFFERS]->(coupon)
