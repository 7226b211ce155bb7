// The newest shares that a ranked feed may choose from: those that the feed shows, published by
// then.
//
// Each with its nearest way (parts/sight); `sent` when somebody sent it to me besides.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "as_of": "2030-01-01T00:00:00Z",
//   "limit": 201, "platform": null, "category": null, "degree": null, "min_discount": null,
//   "expiring_by": null, "include_exhausted": false}
// returns: id, way, sent, bridges
MATCH (me:User:Active {id: $me})
// part: parts/muted
// part: parts/circle
WITH me, muted, publisher, share, way, sent, bridges
WHERE share.published_at <= $as_of
ORDER BY share.published_at DESC, share.id
// part: parts/offer
WITH share, way, sent, bridges, coupon
WHERE $include_exhausted
  OR coupon.quota > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
WITH share, way, sent, bridges ORDER BY share.published_at DESC, share.id LIMIT $limit
RETURN share.id AS id, way, sent, [bridge IN bridges | bridge.id] AS bridges
ORDER BY share.published_at DESC, share.id
