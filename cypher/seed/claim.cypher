// Claims: one friend's copy of a coupon, and the distance to the sharer at that time.
//
// mode: write
// example: {"rows": [{"id": "zed-claim", "user": "gus", "share": "ada-kettle",
//   "code": "ZED-KETTLE", "claimed_at": "2029-12-30T00:00:00Z", "use_by": "2030-01-13T00:00:00Z",
//   "degree": 2, "via": "circle", "mutual_count": 1}]}
// returns:
// columns: {"id": "key id", "user": "-> user", "share": "-> share", "code": "id",
//   "claimed_at": "instant", "use_by": "instant", "returned_at": "instant?",
//   "revoked_at": "instant?", "locked_until": "instant?", "locked_by": "id?",
//   "reopened_at": "instant?", "degree": "int(1,2)?", "via": "one of friend|circle|follow|direct",
//   "mutual_count": "int(0,1000)", "friends_since": "instant?",
//   "verdict": "one of as_described|not_as_described?", "verdict_at": "instant?",
//   "thanked_at": "instant?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (share:Share {id: row.share})-[:OFFERS]->(coupon:Coupon)
MERGE (claim:Claim {id: row.id})
SET claim += row {
  .code, .claimed_at, .use_by, .returned_at, .revoked_at, .locked_until, .locked_by, .reopened_at,
  .degree, .via, .mutual_count, .friends_since, .verdict, .verdict_at, .thanked_at
}
SET claim.key = coupon.id + ':' + user.id
REMOVE claim:Taken
SET claim:$(CASE
  WHEN coalesce(claim.returned_at, claim.revoked_at) IS NULL THEN ['Taken'] ELSE [] END)
MERGE (user)-[:CLAIMED]->(claim)
MERGE (claim)-[:FROM]->(share)
