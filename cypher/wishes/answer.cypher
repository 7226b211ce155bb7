// Answer a wish with a live share of mine: whoever wished may see it, and is told. I am not told who it is.
//
// The way to see it is made whether or not there is another, so that nothing here tells how near they are.
// The caller has locked both people.
//
// mode: write
// example: {"me": "cy", "wish": "dee-wants-kettle", "share": "cy-mug", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, wish_id, share_id, answered_at
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(wish:Wish {id: $wish})
WHERE me <> asker AND NOT EXISTS { (me)-[:BLOCKS]-(asker) } AND NOT EXISTS { (asker)-[:REFUSES_FROM]->(me) }
  AND (EXISTS { (me)-[:FRIEND]-(asker) }
    OR EXISTS { MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(asker) WHERE NOT bridge:NoBridge })
SET wish.lock = $op
WITH me, asker, wish
MATCH (enough:Rule {name: 'wish_answers'})
OPTIONAL MATCH (wish)-[:WANTS]->(category:Category)
OPTIONAL MATCH (me)-[:PUBLISHED]->(share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)
OPTIONAL MATCH (coupon)<-[:EARNED]-(bought:Purchase)-[:OF]->(product:Product)
OPTIONAL MATCH (product)-[:IN]->(kind:Category)
WITH *, [product.name, shop.name, kind.name_zh, kind.name_en] AS names, COUNT {
  (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(copy:Claim) WHERE copy.returned_at IS NULL AND copy.revoked_at IS NULL } AS taken
WITH *, CASE
  WHEN share IS NULL THEN 'not_found'
  WHEN EXISTS { (share)-[:ANSWERS]->(wish) } THEN null
  WHEN NOT share:Live OR bought.refunded_at IS NOT NULL OR coupon.revoked_at IS NOT NULL
    OR $now >= coupon.claim_by THEN 'wrong_state'
  WHEN taken >= coupon.quota THEN 'exhausted'
  WHEN coalesce(product.price_fen > wish.max_price_fen, false) OR NOT (coalesce(kind = category, false) OR coalesce(
    reduce(all = '', name IN names | all + coalesce(name + ' ', '')) =~ wish.pattern, false)) THEN 'other_thing'
  WHEN EXISTS { (me)-[:PUBLISHED]->(:Share)-[:ANSWERS]->(wish) } THEN 'answered'
  WHEN coalesce(wish.closed_at, wish.hidden_at) IS NOT NULL OR $now >= wish.expires_at
    OR COUNT { (wish)<-[:ANSWERS]-() } >= enough.value THEN 'wish_over'
END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL
  MERGE (share)-[answers:ANSWERS]->(wish) ON CREATE SET answers.at = $now
  MERGE (share)-[sent:SENT_TO]->(asker) ON CREATE SET sent.at = $now, sent.wished = true
  MERGE (told:Notification {key: asker.id + ':wish_match:' + wish.id + ':' + share.id})
    ON CREATE SET told += {kind: 'wish_match', count: 1, newest_at: $now}
  MERGE (asker)-[:TOLD]->(told)
  MERGE (told)-[:ABOUT]->(share)
  MERGE (told)-[:FROM]->(me)
}
RETURN refused, $wish AS wish_id, $share AS share_id, $now AS answered_at
