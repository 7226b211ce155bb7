// The platform accounts I have linked.
//
// mode: read
// example: {"me": "ada"}
// returns: id, platform, linked_at
MATCH (:User {id: $me})-[:HAS]->(account:PlatformAccount)-[:ON]->(platform:Platform)
RETURN account.id AS id, platform.id AS platform, account.linked_at AS linked_at
ORDER BY linked_at, id
