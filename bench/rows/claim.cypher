// The claims of these people, with the completion of the order that used each.
//
// mode: read
// example: {"people": ["ada"]}
// returns: id, person_key, share_key, coupon_key, returned_at, revoked_at, verdict, verdict_at,
//   completed_at
UNWIND $people AS id
MATCH (user:User {id: id})-[:CLAIMED]->(claim:Claim)-[:FROM]->(share:Share)
MATCH (share)-[:OFFERS]->(coupon:Coupon)
RETURN claim.id AS id, user.id AS person_key, share.id AS share_key, coupon.id AS coupon_key,
  claim.returned_at AS returned_at, claim.revoked_at AS revoked_at, claim.verdict AS verdict,
  claim.verdict_at AS verdict_at,
  COLLECT {
    MATCH (claim)<-[:REDEEMED]-(bought:Purchase) RETURN bought.completed_at
  }[0] AS completed_at
ORDER BY id
