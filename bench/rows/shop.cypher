// The shops.
//
// mode: read
// example: {}
// returns: shop_key, id, name, platform_key
MATCH (shop:Shop)-[:ON]->(platform:Platform)
RETURN shop.id AS shop_key, shop.id AS id, shop.name AS name, platform.id AS platform_key
ORDER BY id
