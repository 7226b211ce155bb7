// Wishes of my circle that something I bought fits, the newest hundred from a place on.
//
// Without those that I have answered or declined, and those that have answers enough.
//
// mode: read
// example: {"me": "cy", "before": null, "before_id": null, "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User:Active {id: $me})
MATCH (enough:Rule {name: 'wish_answers'})
WITH me, enough, COLLECT {
  MATCH (me)-[:MADE]->(:Purchase)-[:OF]->(product:Product)-[:SOLD_BY]->(shop:Shop)
  OPTIONAL MATCH (product)-[:IN]->(kind:Category)
  // part: parts/names
  RETURN {category: kind, names: names}
} AS things
MATCH (me)-[:FRIEND]-{0,1}(bridge:User:Active)-[:FRIEND]-(asker:User:Active)-[:WISHED]->(wish:Wish)
WHERE asker <> me AND (bridge = me OR NOT bridge:NoBridge)
  AND wish.closed_at IS NULL AND wish.hidden_at IS NULL AND $now < wish.expires_at
  AND ($before IS NULL
    OR wish.created_at < $before
    OR (wish.created_at = $before AND wish.id > $before_id))
WITH DISTINCT me, enough, things, wish
OPTIONAL MATCH (wish)-[:WANTS]->(category:Category)
WITH *
WHERE any(thing IN things WHERE coalesce(thing.category = category, false)
    OR coalesce(thing.names =~ wish.pattern, false))
  AND COUNT { (wish)<-[:ANSWERS]-() } < enough.value
  AND NOT EXISTS { (me)-[:PUBLISHED]->(:Share)-[:ANSWERS]->(wish) }
  AND NOT EXISTS { (me)-[:DECLINED]->(wish) }
RETURN wish.id AS id
ORDER BY wish.created_at DESC, wish.id
LIMIT 100
