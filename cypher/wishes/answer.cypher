// Answer a wish with a live share of mine: the asker may see it and is notified. I do not learn who
// asks.
//
// It makes the way to see the share whether or not there is another, so that nothing here shows how
// near the asker is. The caller has locked both people.
//
// mode: write
// example: {"me": "cy", "wish": "dee-wants-kettle", "share": "cy-mug", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, wish_id, share_id, answered_at
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(wish:Wish {id: $wish})
WHERE NOT EXISTS { (asker)-[:REFUSES_FROM]->(me) }
// part: parts/near
SET wish.lock = $op
WITH me, asker, wish
MATCH (enough:Rule {name: 'wish_answers'})
OPTIONAL MATCH (wish)-[:WANTS]->(category:Category)
OPTIONAL MATCH (me)-[:PUBLISHED]->(share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
OPTIONAL MATCH (coupon)-[:FOR]->(shop:Shop)
OPTIONAL MATCH (coupon)<-[:EARNED]-(bought:Purchase)-[:OF]->(product:Product)
OPTIONAL MATCH (product)-[:IN]->(kind:Category)
// part: parts/names
WITH *, CASE
  WHEN share IS NULL THEN 'not_found'
  WHEN EXISTS { (share)-[:ANSWERS]->(wish) } THEN null
  WHEN NOT share:Live OR bought.refunded_at IS NOT NULL OR $now >= share.expires_at
    THEN 'wrong_state'
  WHEN coupon.quota <= COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) } THEN 'exhausted'
  WHEN coalesce(product.price_fen > wish.max_price_fen, false)
    OR NOT (coalesce(kind = category, false) OR coalesce(names =~ wish.pattern, false))
    THEN 'other_thing'
  WHEN EXISTS { (me)-[:PUBLISHED]->(:Share)-[:ANSWERS]->(wish) } THEN 'answered'
  WHEN coalesce(wish.closed_at, wish.hidden_at) IS NOT NULL OR $now >= wish.expires_at
    OR COUNT { (wish)<-[:ANSWERS]-() } >= enough.value THEN 'wish_over'
END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL
  MERGE (share)-[answers:ANSWERS]->(wish) ON CREATE SET answers.at = $now
  MERGE (share)-[sent:SENT_TO]->(asker) ON CREATE SET sent.at = $now, sent.wished = true
  MERGE (notification:Notification {key: asker.id + ':wish_match:' + wish.id + ':' + share.id})
    ON CREATE SET notification += {kind: 'wish_match', count: 1, newest_at: $now}
  MERGE (asker)-[:TOLD]->(notification)
  MERGE (notification)-[:ABOUT]->(share)
  MERGE (notification)-[:FROM]->(me)
}
RETURN refused, $wish AS wish_id, $share AS share_id, $now AS answered_at
