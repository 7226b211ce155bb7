// How many people could see a coupon of mine, roughly, and how many copies it would give.
//
// `more_at_level` is the next level that would give more copies, when my own level limits them.
// A count is a bucket, and counting stops at the last bucket. `via_friends` is null while too few
// friends lead to other people: the count would then say too much about one friend.
//
// mode: read
// example: {"me": "ada", "coupon": "ada-kettle-coupon", "audience": "circle",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, quota, more_at_level, friends, via_friends, followers
MATCH (me:User:Active {id: $me})-[:MADE]->(:Purchase)-[:EARNED]->(coupon:Coupon {id: $coupon})
MATCH (level:Level {rank: me.level})
MATCH (least:Rule {name: 'least_group'})
WITH *, coupon.quota IS NULL AND level.quota < coupon.program_quota AS limited,
  COUNT { (me)-[:FRIEND]-(:Active) WHERE $audience <> 'direct' } AS friends,
  COUNT {
    MATCH (me)-[:FRIEND]-(bridge:Active)
    WHERE NOT bridge:NoBridge AND EXISTS { (bridge)-[:FRIEND]-(other:Active) WHERE other <> me }
  } AS bridges,
  COUNT { (me)<-[:FOLLOWS]-(:Active) WHERE $audience = 'public' AND me:Creator } AS followers
WITH *, size(COLLECT {
  MATCH (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(person:Active)
  WHERE $audience IN ['circle', 'public'] AND NOT bridge:NoBridge AND person <> me
    AND NOT EXISTS { (me)-[:FRIEND]-(person) } AND NOT EXISTS { (me)-[:BLOCKS]-(person) }
  RETURN DISTINCT person LIMIT 500
}) AS behind
WITH *, [count IN [friends, behind, followers] | CASE
  WHEN count = 0 THEN '0'
  WHEN count < 10 THEN '1-9'
  WHEN count < 50 THEN '10-49'
  WHEN count < 100 THEN '50-99'
  WHEN count < 500 THEN '100-499'
  ELSE '500+' END] AS buckets
RETURN
  CASE
    WHEN coupon.revoked_at IS NOT NULL THEN 'revoked'
    WHEN $now >= coupon.claim_by THEN 'expired'
    WHEN $audience = 'public' AND NOT me:Creator THEN 'creators_only' END AS refused,
  CASE WHEN limited THEN level.quota ELSE coalesce(coupon.quota, coupon.program_quota) END AS quota,
  CASE WHEN limited THEN COLLECT {
    MATCH (higher:Level) WHERE higher.quota > level.quota RETURN min(higher.rank)
  }[0] END AS more_at_level,
  buckets[0] AS friends,
  CASE
    WHEN $audience IN ['friends', 'direct'] THEN '0'
    WHEN bridges >= least.value THEN buckets[1] END AS via_friends,
  buckets[2] AS followers
