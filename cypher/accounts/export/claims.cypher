// My copies of friends' coupons.
//
// mode: read
// example: {"me": "ada"}
// returns: id, share_id, code, claimed_at, use_by, returned_at, revoked_at, degree, via,
//   verdict, verdict_at, thanked_at
MATCH (:User {id: $me})-[:CLAIMED]->(claim:Claim)-[:FROM]->(share:Share)
RETURN
  claim.id AS id,
  share.id AS share_id,
  claim.code AS code,
  claim.claimed_at AS claimed_at,
  claim.use_by AS use_by,
  claim.returned_at AS returned_at,
  claim.revoked_at AS revoked_at,
  claim.degree AS degree,
  claim.via AS via,
  claim.verdict AS verdict,
  claim.verdict_at AS verdict_at,
  claim.thanked_at AS thanked_at
ORDER BY claimed_at, id
