// The stored claims among these, by id, code or coupon, as rows of claim.csv.
//
// mode: read
// example: {"ids": ["cy-ada-kettle"], "keys": [], "coupons": ["ada-kettle-coupon"]}
// returns: id, key, user, share, coupon, claimed_at, returned_at, revoked_at
CALL () {
  MATCH (claim:Claim)
  WHERE claim.id IN $ids OR claim.code IN $keys
  RETURN claim
  UNION
  MATCH (coupon:Coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)
  WHERE coupon.id IN $coupons
  RETURN claim
}
MATCH (user:User)-[:CLAIMED]->(claim)-[:FROM]->(share:Share)-[:OFFERS]->(coupon:Coupon)
RETURN
  claim.id AS id,
  claim.code AS key,
  user.id AS user,
  share.id AS share,
  coupon.id AS coupon,
  claim.claimed_at AS claimed_at,
  claim.returned_at AS returned_at,
  claim.revoked_at AS revoked_at
ORDER BY id
