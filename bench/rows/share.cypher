// The shares of these people.
//
// mode: read
// example: {"people": ["ada"]}
// returns: share_key, id, publisher_key, coupon_key, live, audience, note, cons, used_for_days,
//   published_at, edited_at, expires_at, ad_label, version
UNWIND $people AS id
MATCH (user:User {id: id})-[:PUBLISHED]->(share:Share)-[:OFFERS]->(coupon:Coupon)
RETURN share.id AS share_key, share.id AS id, user.id AS publisher_key, coupon.id AS coupon_key,
  share:Live AS live, share.audience AS audience, share.note AS note, share.cons AS cons,
  share.used_for_days AS used_for_days, share.published_at AS published_at,
  share.edited_at AS edited_at, share.expires_at AS expires_at, share.ad_label AS ad_label,
  share.version AS version
ORDER BY id
