// My thread about a share, made now if there is none: a friend's is open, anybody else's a request.
//
// My level allows so many requests a day, counted while I am locked. A publisher who lately
// declined a request of mine is not asked again: mine is declined as it is made, which looks like
// silence to me.
//
// mode: write
// example: {"me": "gus", "share": "bob-kettle", "thread": "thread-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, next_level, id
MATCH (rest:Rule {name: 'request_cool_down_days'})
WITH $now - duration({days: rest.value}) AS lately
// part: parts/today
MATCH (me:User:Active {id: $me})
MATCH (level:Level {rank: me.level})
OPTIONAL MATCH (share:Share {id: $share})
// part: optional parts/sight
OPTIONAL MATCH (had:Thread {key: share.id + ':' + me.id})
WITH *, EXISTS { (me)-[:FRIEND]-(publisher) } AS friends
WITH *, CASE
  WHEN way IS NULL THEN 'not_found'
  WHEN way = 0 THEN 'own_share'
  WHEN had IS NOT NULL OR friends THEN null
  WHEN way = 3 THEN 'questions_only'
  WHEN level.chat_requests <= COUNT {
    (me)-[:TALKS_IN {asks: true}]->(request:Thread)
    WHERE request.requested AND request.opened_at >= today } THEN 'chat_limit' END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL AND had IS NULL
  CREATE (thread:Thread {
    id: $thread, key: share.id + ':' + me.id, opened_at: $now, newest_at: $now,
    requested: NOT friends, accepted_at: CASE WHEN friends THEN $now END,
    declined_at: CASE WHEN NOT friends AND EXISTS {
      (me)-[:TALKS_IN {asks: true}]->(old:Thread)<-[:TALKS_IN]-(publisher)
      WHERE old.declined_at > lately } THEN $now END})-[:ABOUT]->(share)
  CREATE (me)-[:TALKS_IN {asks: true}]->(thread)<-[:TALKS_IN {asks: false}]-(publisher)
}
RETURN refused, CASE refused WHEN 'chat_limit' THEN level.chat_requests END AS limit,
  CASE refused WHEN 'chat_limit' THEN COLLECT {
    MATCH (higher:Level) WHERE higher.chat_requests > level.chat_requests
    RETURN min(higher.rank) }[0] END AS next_level,
  coalesce(had.id, $thread) AS id
