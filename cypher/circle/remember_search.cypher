// Remember what I searched for in vain and the categories it names; the oldest beyond the rule go.
//
// `tests` are the words as expressions, `lookups` the same words for the index of names.
//
// mode: write
// example: {"session": "ada-session", "op": "op-1", "now": "2030-01-01T00:00:00Z",
//   "text": "水壶 red", "tests": ["(?s).*水壶.*", "(?s).*red.*"],
//   "lookups": ["\"水壶\"", "red*"]}
// returns: categories
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
MATCH (most:Rule {name: 'searches_kept'})
SET me.lock = $op
WITH me, most.value AS most
MERGE (search:Search {key: me.id + ':' + $text})
  ON CREATE SET search.text = $text, search.times = 0
MERGE (me)-[:SEARCHED]->(search)
SET search.at = $now, search.times = search.times + 1
WITH me, most, search, COLLECT {
  CALL () {
    MATCH (category:Category)
    WHERE any(test IN $tests WHERE category.name_zh =~ test OR category.name_en =~ test)
    RETURN category
  UNION ALL
    UNWIND $lookups AS lookup
    CALL db.index.fulltext.queryNodes('name_text', lookup, {limit: 50}) YIELD node
    MATCH (node:Product)-[:IN]->(category:Category)
    WHERE any(test IN $tests WHERE node.name =~ test)
    RETURN category
  }
  WITH category, count(*) AS often
  RETURN category ORDER BY often DESC, category.id LIMIT 3
} AS categories
FOREACH (category IN categories | MERGE (search)-[:ABOUT]->(category))
WITH me, most, categories
CALL (me, most) {
  MATCH (me)-[:SEARCHED]->(old:Search)
  WITH old, most ORDER BY old.at DESC, old.key
  WITH collect(old)[most..] AS beyond, most
  FOREACH (old IN beyond | DETACH DELETE old)
}
RETURN [category IN categories | category.id] AS categories
