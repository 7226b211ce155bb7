// See less of a person, a shop or a category, until an instant or with no end.
//
// mode: write
// example: {"me": "ada", "target": "kitchen", "until": null, "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, kind, since, until
MATCH (me:User:Active {id: $me})
CALL (me) {
  MATCH (target:User:Active {id: $target})
  WHERE NOT EXISTS { (me)-[:BLOCKS]-(target) }
  RETURN target, 'user' AS kind
  UNION
  MATCH (target:Shop {id: $target})
  RETURN target, 'shop' AS kind
  UNION
  MATCH (target:Category {id: $target})
  RETURN target, 'category' AS kind
}
WITH me, target, kind
ORDER BY kind DESC
LIMIT 1
MERGE (me)-[mutes:MUTES]->(target)
  ON CREATE SET mutes.since = $now
SET mutes.until = $until
RETURN
  CASE WHEN me = target THEN 'self' END AS refused,
  target.id AS id,
  kind,
  mutes.since AS since,
  mutes.until AS until
