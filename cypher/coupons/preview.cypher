// Who would see a coupon of mine, roughly, and how many copies it would give.
//
// `more_at_level` is the level at which it would give more, when it is mine that keeps them few.
// Counts come in buckets, and what lies behind my friends only when so many of them lead there that
// the count tells nothing of one friend's list; null until then. Counting stops at the last bucket.
//
// mode: read
// example: {"me": "ada", "coupon": "ada-kettle-coupon", "audience": "circle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, quota, more_at_level, friends, via_friends, followers
MATCH (owner:User:Active {id: $me})-[:MADE]->(:Purchase)-[:EARNED]->(coupon:Coupon {id: $coupon})
MATCH (level:Level {rank: owner.level})
MATCH (least:Rule {name: 'least_group'})
WITH owner, level, coupon, least, COUNT {
  (owner)-[:FRIEND]-(friend:Active) WHERE $audience <> 'direct' } AS friends, COUNT {
  MATCH (owner)-[:FRIEND]-(bridge:Active)
  WHERE NOT bridge:NoBridge AND EXISTS { (bridge)-[:FRIEND]-(other:Active) WHERE other <> owner } } AS bridges, COUNT {
  (owner)<-[:FOLLOWS]-(follower:Active) WHERE $audience = 'public' AND owner:Creator } AS followers
WITH *, size(COLLECT {
  MATCH (owner)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(person:Active)
  WHERE $audience IN ['circle', 'public'] AND NOT bridge:NoBridge AND person <> owner
    AND NOT EXISTS { (owner)-[:FRIEND]-(person) } AND NOT EXISTS { (owner)-[:BLOCKS]-(person) }
  RETURN DISTINCT person LIMIT 500 }) AS behind
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
    WHEN $audience = 'public' AND NOT owner:Creator THEN 'creators_only' END AS refused,
  coalesce(coupon.quota,
    CASE WHEN level.quota < coupon.program_quota THEN level.quota ELSE coupon.program_quota END) AS quota,
  CASE WHEN coupon.quota IS NULL AND level.quota < coupon.program_quota THEN COLLECT {
    MATCH (higher:Level) WHERE higher.quota > level.quota RETURN min(higher.rank) }[0] END AS more_at_level,
  buckets[0] AS friends,
  CASE WHEN $audience IN ['friends', 'direct'] THEN '0' WHEN bridges >= least.value THEN buckets[1] END AS via_friends,
  buckets[2] AS followers
