// My linked accounts, oldest link first.
//
// mode: read
// example: {"user": "ada"}
// returns: id, platform, name_zh, name_en, linked_at
MATCH (:User {id: $user})-[:HAS]->(account:PlatformAccount)-[:ON]->(platform:Platform)
RETURN
  account.id AS id,
  platform.id AS platform,
  platform.name_zh AS name_zh,
  platform.name_en AS name_en,
  account.linked_at AS linked_at
ORDER BY linked_at, id
