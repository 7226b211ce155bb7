// What stands in the way of my claiming a copy of this coupon: `reason`, null when nothing does.
//
// `mine` is the copy I took before, whatever became of it; `reason` is 'claimed' while I hold it.
// `limit` is the number of open copies that one person may hold.
//
// mode: part
// takes: me, coupon, way
// gives: mine, remaining, limit, reason
// example: {"now": "2030-01-01T00:00:00Z"}
CALL (me, coupon, way) {
  MATCH (most:Rule {name: 'open_claims'})
  OPTIONAL MATCH (mine:Claim {key: coupon.id + ':' + me.id})
  WITH *, most.value AS limit, coupon.quota - COUNT {
    (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) } AS remaining
  WITH mine, remaining, limit, CASE
    WHEN way = 0 THEN 'own_share'
    WHEN mine:Taken THEN 'claimed'
    WHEN mine.revoked_at IS NOT NULL THEN 'revoked'
    WHEN EXISTS {
      (coupon)-[:UNDER]->(program:Program) WHERE program.ends_at <= $now } THEN 'no_program'
    WHEN remaining <= 0 THEN 'exhausted'
    WHEN limit <= COUNT {
      (me)-[:CLAIMED]->(open:Taken)
      WHERE $now < open.use_by
        AND NOT EXISTS { (open)<-[:REDEEMED]-() } } THEN 'claim_limit'
  END AS reason
  RETURN mine, remaining, limit, reason
}
