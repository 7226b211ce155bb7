// Every platform with the names of its signing keys, its shops and its accounts.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: id, name_zh, name_en, open_with, key_id, previous_key_id, previous_until, shops,
//   accounts
MATCH (platform:Platform)
WITH platform, $now < platform.webhook_previous_until AS overlap
RETURN
  platform.id AS id,
  platform.name_zh AS name_zh,
  platform.name_en AS name_en,
  platform.open_with AS open_with,
  coalesce(platform.webhook_key_id, 'v1') AS key_id,
  CASE WHEN overlap THEN platform.webhook_previous_key_id END AS previous_key_id,
  CASE WHEN overlap THEN platform.webhook_previous_until END AS previous_until,
  COUNT { (:Shop)-[:ON]->(platform) } AS shops,
  COUNT { (:PlatformAccount)-[:ON]->(platform) } AS accounts
ORDER BY id
