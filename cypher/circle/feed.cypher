// The newest shares my circle shows me, with their cards.
//
// One row while the session lasts, whatever it holds. The order is asked for twice: the second time
// it stands already, so the reading stops at the limit.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z", "before": null,
//   "before_id": null, "limit": 21, "platform": null, "category": null, "degree": null,
//   "min_discount": null, "expiring_by": null, "include_exhausted": false}
// returns: items
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
// part: parts/muted
RETURN COLLECT {
  // part: parts/circle
  WITH me, muted, publisher, share, way, bridges
  WHERE $before IS NULL OR share.published_at < $before
    OR (share.published_at = $before AND share.id > $before_id)
  ORDER BY share.published_at DESC, share.id
  // part: parts/offer
  WITH me, share, way, bridges, coupon
  WHERE $include_exhausted
    OR coupon.quota > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
  ORDER BY share.published_at DESC, share.id LIMIT $limit
  // part: parts/card
  RETURN card
} AS items
