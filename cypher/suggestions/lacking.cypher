// The categories in which my circle shows me nothing to claim, and how much I want each.
//
// Without the categories I mute. Each weighs 1, and more for every search of mine in vain that is
// about it.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z"}
// returns: id, weight
MATCH (vain:Rule {name: 'suggestion_search_weight'}), (kept:Rule {name: 'search_days'})
MATCH (me:User:Active {id: $me})
WITH me, vain.value AS vain, $now - duration({days: kept.value}) AS since, COLLECT {
  // part: parts/circle
  MATCH (share)-[:OFFERS]->(coupon:Coupon)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
  WHERE coupon.quota > COUNT {
    (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
  RETURN DISTINCT category
} AS shown
MATCH (category:Category)
WHERE NOT category IN shown
  AND NOT EXISTS { (me)-[mutes:MUTES]->(category) WHERE coalesce($now < mutes.until, true) }
RETURN category.id AS id, 1 + vain * COUNT {
  (me)-[:SEARCHED]->(search:Search)-[:ABOUT]->(category) WHERE search.at >= since } AS weight
ORDER BY id
