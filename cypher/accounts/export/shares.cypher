// My shares, with their words before each edit.
//
// mode: read
// example: {"me": "ada"}
// returns: id, coupon_id, note, cons, used_for_days, audience, published_at, withdrawn_at,
//   revisions
MATCH (:User {id: $me})-[:PUBLISHED]->(share:Share)-[:OFFERS]->(coupon:Coupon)
RETURN
  share.id AS id,
  coupon.id AS coupon_id,
  share.note AS note,
  share.cons AS cons,
  share.used_for_days AS used_for_days,
  share.audience AS audience,
  share.published_at AS published_at,
  share.withdrawn_at AS withdrawn_at,
  COLLECT {
    MATCH (share)-[:SAID]->(revision:Revision)
    RETURN revision {.note, .cons, .used_for_days, .replaced_at}
    ORDER BY revision.replaced_at
  } AS revisions
ORDER BY published_at, id
