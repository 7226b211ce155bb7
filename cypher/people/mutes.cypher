// The people, shops and categories I mute now, newest first.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "since": null, "id": null, "limit": 20}
// returns: id, kind, name, name_zh, since, until
MATCH (me:User {id: $me})-[mutes:MUTES]->(target:User|Shop|Category)
WHERE (mutes.until IS NULL OR $now < mutes.until)
  AND NOT EXISTS { (me)-[:BLOCKS]-(target) }
  AND (target:Active OR NOT target:User)
  AND ($id IS NULL OR mutes.since < $since OR (mutes.since = $since AND target.id > $id))
RETURN
  target.id AS id,
  CASE WHEN target:User THEN 'user' WHEN target:Shop THEN 'shop' ELSE 'category' END AS kind,
  coalesce(target.display_name, target.name, target.name_en) AS name,
  target.name_zh AS name_zh,
  mutes.since AS since,
  mutes.until AS until
ORDER BY since DESC, id
LIMIT $limit
