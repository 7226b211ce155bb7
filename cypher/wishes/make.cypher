// Make a wish: a person may have so many open, and make so many a day.
//
// `pattern` matches the name of a thing that fits; `lot` decides whom the wish asks.
//
// mode: write
// example: {"me": "ada", "wish": "wish-1", "text": "A quiet kettle",
//   "pattern": "(?ius).*(?:kettle).*", "lot": 7, "category": "kitchen", "max_price_fen": 20000,
//   "currency": "CNY", "expires_at": null, "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id
MATCH (me:User:Active {id: $me})
SET me.lock = $wish
WITH me
MATCH (days:Rule {name: 'wish_days'})
MATCH (most:Rule {name: 'wishes_open'})
MATCH (daily:Rule {name: 'wishes_a_day'})
// part: parts/today
OPTIONAL MATCH (category:Category {id: $category})
WITH *, $now + duration({days: days.value}) AS latest
WITH *, CASE
  WHEN $category IS NOT NULL AND category IS NULL THEN 'not_found'
  WHEN most.value <= COUNT {
    (me)-[:WISHED]->(open:Wish)
    WHERE open.closed_at IS NULL AND $now < open.expires_at } THEN 'wish_limit'
  WHEN daily.value <= COUNT {
    (me)-[:WISHED]->(fresh:Wish) WHERE fresh.created_at >= today } THEN 'wishes_today'
END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL
  MERGE (wish:Wish {id: $wish})
    ON CREATE SET
      wish += {text: $text, pattern: $pattern, lot: $lot, created_at: $now},
      wish += {max_price_fen: $max_price_fen, currency: $currency},
      wish.expires_at = CASE WHEN $expires_at < latest THEN $expires_at ELSE latest END
  MERGE (me)-[:WISHED]->(wish)
  FOREACH (wanted IN CASE WHEN category IS NULL THEN [] ELSE [category] END |
    MERGE (wish)-[:WANTS]->(wanted))
}
RETURN refused,
  CASE refused WHEN 'wish_limit' THEN most.value WHEN 'wishes_today' THEN daily.value END AS limit,
  $wish AS id
