// Write the checked terms and heroes of a program of a shop I manage, and write down what changed.
//
// Coupons that are earned already keep their terms. The number of changes so far is the version.
// The same terms sent again change nothing, so they conflict with no version.
//
// mode: write
// example: {"me": "max", "shop": "teahouse", "program": "new-program", "heroes": ["oolong"],
//   "starts_at": "2030-01-01T00:00:00Z", "version": null, "op": "op-1",
//   "terms": {"kind": "fixed", "value": 500, "ends_at": null, "gifted": false},
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
WITH me, shop, COUNT { (shop)-[:RUNS]->(:Program)<-[:ON]-(:Action) } AS version
MERGE (program:Program {id: $program})
WITH *, properties(program) AS had, EXISTS { (shop)-[:RUNS]->(program) } AS known,
  COLLECT { MATCH (program)-[:HERO]->(hero:Product) RETURN hero.id ORDER BY hero.id } AS heroes
MERGE (shop)-[:RUNS]->(program)
SET program += $terms, program.starts_at = $starts_at
WITH *, COLLECT {
  UNWIND keys($terms) + 'starts_at' AS key
  WITH key, coalesce(toString(had[key]), '-') AS was, coalesce(toString(program[key]), '-') AS is
  WHERE was <> is
  RETURN key + ': ' + was + ' -> ' + is
  ORDER BY key
} AS terms
WITH *, terms + CASE WHEN heroes = $heroes THEN [] ELSE [
  'heroes: ' + reduce(text = '', id IN heroes | text + id + ' ')
  + '-> ' + reduce(text = '', id IN $heroes | text + id + ' ')
] END AS changes
FOREACH (_ IN CASE WHEN size(changes) > 0 THEN [1] ELSE [] END |
  CREATE (action:Action {id: $op, count: size(changes), at: $now})
  SET action.kind = CASE WHEN known THEN 'change_program' ELSE 'begin_program' END
  SET action.reason = reduce(text = '', change IN changes | text + change + '; ')
  CREATE (me)-[:TOOK]->(action)-[:ON]->(program))
WITH program, size(changes) > 0 AND version <> $version AS stale
CALL (program) {
  MATCH (program)-[hero:HERO]->(product:Product)
  WHERE NOT product.id IN $heroes
  DELETE hero
}
CALL (program) {
  MATCH (product:Product)
  WHERE product.id IN $heroes
  MERGE (program)-[:HERO]->(product)
}
RETURN
  CASE WHEN stale THEN 'stale_version' END AS refused,
  program.id AS id
