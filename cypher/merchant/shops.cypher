// The shops I manage, by name, and the state of each one's offer to sharers.
//
// mode: read
// example: {"me": "max", "after": null, "after_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, name, platform, state
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop)-[:ON]->(platform:Platform)
WHERE $after IS NULL
  OR shop.name > $after
  OR (shop.name = $after AND shop.id > $after_id)
RETURN
  shop.id AS id,
  shop.name AS name,
  platform.id AS platform,
  CASE
    WHEN EXISTS {
      (shop)-[:RUNS]->(program:Program)
      WHERE program.starts_at <= $now AND coalesce($now < program.ends_at, true)
    } THEN 'running'
    WHEN EXISTS { (shop)-[:RUNS]->(program:Program) WHERE $now < program.starts_at } THEN 'planned'
    ELSE 'ended'
  END AS state
ORDER BY name, id
LIMIT $limit
