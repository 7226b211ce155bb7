// How far a share can be trusted by what my circle knows: who knows the sharer, bought there, sent it back.
//
// No row: the session has ended. Friends who are no bridge are not counted. Numbers of buyers, neither the sharer nor
// me, stand for as many as a published number must and never for everybody. They are told by whole days past, of whom
// I knew by then, and whoever blocks whom: a number that moved when I block or befriend somebody would tell of them.
//
// mode: read
// example: {"session": "ada-session", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, me, friends_who_know, circle_buyers, share_buyers
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session}) WHERE $now < session.expires_at
MATCH (group:Rule {name: 'least_group'})
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
MATCH (digest:Rule {name: 'digest_min_hours'})
OPTIONAL MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live {id: $share})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
WITH me, group.value AS least, duration({hours: begins.value}) AS ahead, digest, publisher, share, coupon,
  COUNT { (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } AS bridges
WITH *, datetime.truncate('day', $now + ahead) - ahead - duration({hours: digest.value}) AS told_until, me = publisher
  OR share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) }
  OR share.audience IN ['circle', 'public'] AND bridges > 0
  OR share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) }
  OR EXISTS { (share)-[:SENT_TO]->(me) } AS seen
CALL (me, publisher, coupon, told_until, seen) {
  WITH * WHERE seen
  MATCH (coupon)-[:FOR]->(shop:Shop)
  MATCH (me)-[near:FRIEND WHERE near.since < told_until]-{0,1}(bridge:User&Active)
    -[far:FRIEND WHERE far.since < told_until]-(person:User&Active)
  WHERE (bridge = me OR NOT bridge:NoBridge) AND NOT person IN [me, publisher]
  WITH DISTINCT shop, told_until, person
  RETURN count(*) AS people, count(CASE WHEN EXISTS { (person)-[:MADE]->(bought:Purchase)-[:AT]->(shop)
    WHERE bought.completed_at < told_until AND bought.refunded_at IS NULL } THEN 1 END) AS bought_here
}
CALL (share, told_until, seen) {
  WITH * WHERE seen
  MATCH (share)<-[:FROM]-(claim:Claim)<-[:REDEEMED|RELEASED]-(bought:Purchase) WHERE bought.completed_at < told_until
  RETURN count(DISTINCT claim) AS buyers, count(DISTINCT CASE WHEN bought.refunded_at < told_until THEN claim END) AS returned
}
RETURN CASE WHEN coalesce(seen, false) THEN null ELSE 'not_found' END AS refused, me.id AS me, bridges AS friends_who_know,
  CASE WHEN least <= bought_here AND bought_here < people THEN bought_here END AS circle_buyers,
  CASE WHEN least <= buyers THEN {of: buyers, returned: returned} END AS share_buyers
