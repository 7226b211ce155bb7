// My thread about a share, made now if there is none: a friend's is open, anybody else's a request.
//
// So many requests a day as my level allows, counted while I am locked. Whoever declined one of mine of
// late is not asked again: the request is declined as it is made, which to me looks like silence.
//
// mode: write
// example: {"me": "gus", "share": "bob-kettle", "thread": "thread-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, next_level, id
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'}), (rest:Rule {name: 'request_cool_down_days'})
WITH duration({hours: begins.value}) AS ahead, $now - duration({days: rest.value}) AS lately
WITH lately, datetime.truncate('day', $now + ahead) - ahead AS day
MATCH (me:User:Active {id: $me})
MATCH (level:Level {rank: me.level})
OPTIONAL MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live {id: $share})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
WITH *, EXISTS { (me)-[:FRIEND]-(publisher) } AS friends
WITH *, CASE
  WHEN me = publisher THEN 'self'
  WHEN share.audience IN ['friends', 'circle', 'public'] AND friends THEN 'friend'
  WHEN share.audience IN ['circle', 'public'] AND EXISTS {
    MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } THEN 'circle'
  WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN 'follow'
  WHEN EXISTS { (share)-[:SENT_TO]->(me) } THEN 'direct' END AS via
OPTIONAL MATCH (had:Thread {key: share.id + ':' + me.id})
WITH *, CASE
  WHEN via IS NULL THEN 'not_found'
  WHEN via = 'self' THEN 'own_share'
  WHEN had IS NOT NULL OR friends THEN null
  WHEN via = 'follow' THEN 'questions_only'
  WHEN level.chat_requests <= COUNT { (me)-[:TALKS_IN {asks: true}]->(asked:Thread)
    WHERE asked.requested AND asked.opened_at >= day } THEN 'chat_limit' END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL AND had IS NULL
  CREATE (thread:Thread {id: $thread, key: share.id + ':' + me.id, opened_at: $now, newest_at: $now,
    requested: NOT friends, accepted_at: CASE WHEN friends THEN $now END,
    declined_at: CASE WHEN NOT friends AND EXISTS { (me)-[:TALKS_IN {asks: true}]->(old:Thread)<-[:TALKS_IN]-(publisher)
      WHERE old.declined_at > lately } THEN $now END})-[:ABOUT]->(share)
  CREATE (me)-[:TALKS_IN {asks: true}]->(thread)<-[:TALKS_IN {asks: false}]-(publisher)
}
RETURN refused, CASE refused WHEN 'chat_limit' THEN level.chat_requests END AS limit, CASE refused WHEN 'chat_limit'
  THEN COLLECT { MATCH (l:Level) WHERE l.chat_requests > level.chat_requests RETURN min(l.rank) }[0] END AS next_level,
  coalesce(had.id, $thread) AS id
