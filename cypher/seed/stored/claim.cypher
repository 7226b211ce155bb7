// Which of these claims are stored, by id, code or coupon, as rows of claim.csv.
//
// mode: read
// example: {"ids": ["cy-ada-kettle"], "keys": [], "coupons": ["ada-kettle-coupon"]}
// returns: id, user, share, code, claimed_at, returned_at, revoked_at
CALL () {
  MATCH (claim:Claim) WHERE claim.id IN $ids OR claim.code IN $keys
  RETURN claim
  UNION
  MATCH (coupon:Coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim) WHERE coupon.id IN $coupons
  RETURN claim
}
MATCH (user:User)-[:CLAIMED]->(claim)-[:FROM]->(share:Share)
RETURN
  claim.id AS id,
  user.id AS user,
  share.id AS share,
  claim.code AS code,
  claim.claimed_at AS claimed_at,
  claim.returned_at AS returned_at,
  claim.revoked_at AS revoked_at
ORDER BY id
