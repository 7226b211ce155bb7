// The stored platform accounts among these, by id or key, as rows of platform_account.csv.
//
// mode: read
// example: {"ids": ["ada-taobao"], "keys": []}
// returns: id, key, user, platform
MATCH (user:User)-[:HAS]->(account:PlatformAccount)-[:ON]->(platform:Platform)
WHERE account.id IN $ids OR account.key IN $keys
RETURN account.id AS id, account.key AS key, user.id AS user, platform.id AS platform
ORDER BY id
