// The stored shops among these, by id or platform's id, as rows of shop.csv.
//
// mode: read
// example: {"ids": ["teahouse"], "keys": []}
// returns: id, key, platform
MATCH (shop:Shop)-[:ON]->(platform:Platform)
WHERE shop.id IN $ids OR shop.key IN $keys
RETURN shop.id AS id, shop.key AS key, platform.id AS platform
ORDER BY id
