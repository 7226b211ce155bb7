// How far a share can be trusted by what my circle knows: who knows the sharer, bought there, sent
// it back.
//
// No row: the session has ended. Friends who are no bridge are not counted. Numbers of buyers,
// neither the sharer nor me, stand for as many as a published number must and never for everybody.
// They count whole days past, those I knew by then, and ignore blocks: a number that moved
// when I block or befriend somebody would speak of them.
//
// mode: read
// example: {"session": "ada-session", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, me, friends_who_know, circle_buyers, share_buyers
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
MATCH (group:Rule {name: 'least_group'}), (digest:Rule {name: 'digest_min_hours'})
// part: parts/today
WITH me, group.value AS least, today - duration({hours: digest.value}) AS until
OPTIONAL MATCH (share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
// part: optional parts/sight
CALL (me, publisher, coupon, until, way) {
  WITH * WHERE way IS NOT NULL
  MATCH (coupon)-[:FOR]->(shop:Shop)
  MATCH (me)-[near:FRIEND WHERE near.since < until]-{0,1}(bridge:User&Active)
    -[far:FRIEND WHERE far.since < until]-(person:User&Active)
  WHERE (bridge = me OR NOT bridge:NoBridge) AND NOT person IN [me, publisher]
  WITH DISTINCT shop, until, person
  RETURN count(*) AS people, count(CASE WHEN EXISTS {
    (person)-[:MADE]->(bought:Purchase)-[:AT]->(shop)
    WHERE bought.completed_at < until AND bought.refunded_at IS NULL } THEN 1 END) AS bought_here
}
CALL (share, until, way) {
  WITH * WHERE way IS NOT NULL
  MATCH (share)<-[:FROM]-(claim:Claim)<-[:REDEEMED|RELEASED]-(bought:Purchase)
  WHERE bought.completed_at < until
  RETURN count(DISTINCT claim) AS buyers,
    count(DISTINCT CASE WHEN bought.refunded_at < until THEN claim END) AS returned
}
RETURN CASE WHEN way IS NULL THEN 'not_found' END AS refused, me.id AS me,
  size(bridges) AS friends_who_know,
  CASE WHEN least <= bought_here AND bought_here < people THEN bought_here END AS circle_buyers,
  CASE WHEN least <= buyers THEN {of: buyers, returned: returned} END AS share_buyers
