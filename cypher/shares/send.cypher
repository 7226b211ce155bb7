// Send a share of mine straight to friends: all of them, or none.
//
// Whom it was sent before costs nothing and is not told again; whom a wish of theirs brought it, nobody knows. A copy is taken only by claiming.
//
// mode: write
// example: {"me": "ada", "share": "ada-kettle", "to": ["bob"], "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, next_level, sent
MATCH (person:User)
WHERE person.id IN [$me] + $to
  AND (person.id = $me OR EXISTS { (person)-[:FRIEND]-(:User {id: $me}) })
WITH person ORDER BY person.id
SET person.lock = $op
WITH count(*) AS locked
MATCH (publisher:User:Active {id: $me})
MATCH (level:Level {rank: publisher.level})
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
WITH publisher, level, duration({hours: begins.value}) AS ahead
WITH publisher, level, datetime.truncate('day', $now + ahead) - ahead AS day
OPTIONAL MATCH (publisher)-[:PUBLISHED]->(share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
WITH *, COLLECT { MATCH (publisher)-[:FRIEND]-(friend:User:Active) WHERE friend.id IN $to RETURN friend } AS friends
WITH *, [friend IN friends WHERE NOT EXISTS { (share)-[sent:SENT_TO]->(friend) WHERE sent.wished IS NULL }] AS fresh, COUNT {
  (publisher)-[:PUBLISHED]->(:Share)-[sent:SENT_TO]->() WHERE sent.at >= day AND sent.wished IS NULL } AS today, COUNT {
  (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(copy:Claim) WHERE copy.returned_at IS NULL AND copy.revoked_at IS NULL } AS taken
WITH *, CASE
  WHEN share IS NULL THEN 'not_found'
  WHEN NOT share:Live OR coupon.revoked_at IS NOT NULL OR $now >= coupon.claim_by THEN 'wrong_state'
  WHEN any(id IN $to WHERE NOT id IN [friend IN friends | friend.id]) THEN 'not_friend'
  WHEN any(friend IN fresh WHERE EXISTS { (friend)-[:REFUSES_FROM]->(publisher) }) THEN 'refused'
  WHEN size(fresh) > 0 AND taken >= coupon.quota THEN 'exhausted'
  WHEN size(fresh) > 0 AND today + size(fresh) > level.direct_sends THEN 'send_limit'
END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL
  UNWIND fresh AS friend
  MERGE (share)-[sent:SENT_TO]->(friend)
  SET sent.at = $now, sent.wished = null
  MERGE (told:Notification {key: friend.id + ':coupon_received:' + share.id})
    ON CREATE SET told += {kind: 'coupon_received', count: 1, newest_at: $now}
  MERGE (friend)-[:TOLD]->(told)
  MERGE (told)-[:FROM]->(publisher)
  MERGE (told)-[:ABOUT]->(share)
}
RETURN refused, CASE refused WHEN 'send_limit' THEN level.direct_sends END AS limit,
  CASE refused WHEN 'send_limit' THEN COLLECT {
    MATCH (higher:Level) WHERE higher.direct_sends > level.direct_sends RETURN min(higher.rank) }[0] END AS next_level,
  size(fresh) AS sent
