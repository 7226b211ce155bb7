// Send a share of mine straight to friends: all of them, or none.
//
// A friend who got it before costs nothing and is not notified again; nobody knows whose wish
// brought it. Only claiming takes a copy.
//
// mode: write
// example: {"me": "ada", "share": "ada-kettle", "to": ["bob"], "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, next_level, sent
MATCH (person:User)
WHERE person.id IN [$me] + $to
  AND (person.id = $me OR EXISTS { (person)-[:FRIEND]-(:User {id: $me}) })
WITH person ORDER BY person.id
SET person.lock = $op
WITH count(*) AS locked
MATCH (publisher:User:Active {id: $me})
MATCH (level:Level {rank: publisher.level})
// part: parts/today
OPTIONAL MATCH (publisher)-[:PUBLISHED]->(share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
WITH *, COLLECT {
  MATCH (publisher)-[:FRIEND]-(friend:User:Active) WHERE friend.id IN $to RETURN friend } AS friends
WITH *,
  [friend IN friends WHERE NOT EXISTS {
    (share)-[sent:SENT_TO]->(friend) WHERE sent.wished IS NULL }] AS fresh,
  COUNT { (publisher)-[:PUBLISHED]->(:Share)-[sent:SENT_TO]->()
    WHERE sent.at >= today AND sent.wished IS NULL } AS spent,
  COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) } AS taken
WITH *, CASE
  WHEN share IS NULL THEN 'not_found'
  WHEN NOT share:Live OR $now >= share.expires_at THEN 'wrong_state'
  WHEN any(id IN $to WHERE NOT id IN [friend IN friends | friend.id]) THEN 'not_friend'
  WHEN any(friend IN fresh WHERE EXISTS { (friend)-[:REFUSES_FROM]->(publisher) }) THEN 'refused'
  WHEN size(fresh) > 0 AND taken >= coupon.quota THEN 'exhausted'
  WHEN size(fresh) > 0 AND spent + size(fresh) > level.direct_sends THEN 'send_limit'
END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL
  UNWIND fresh AS friend
  MERGE (share)-[sent:SENT_TO]->(friend)
  SET sent.at = $now, sent.wished = null
  MERGE (notification:Notification {key: friend.id + ':coupon_received:' + share.id})
    ON CREATE SET notification += {kind: 'coupon_received', count: 1, newest_at: $now}
  MERGE (friend)-[:TOLD]->(notification)
  MERGE (notification)-[:FROM]->(publisher)
  MERGE (notification)-[:ABOUT]->(share)
}
OPTIONAL MATCH (higher:Level) WHERE higher.direct_sends > level.direct_sends
WITH refused, level, fresh, min(higher.rank) AS next_level
RETURN refused, CASE refused WHEN 'send_limit' THEN level.direct_sends END AS limit,
  CASE refused WHEN 'send_limit' THEN next_level END AS next_level, size(fresh) AS sent
