// Which of these shops are stored, by id or platform's id, as rows of shop.csv.
//
// mode: read
// example: {"ids": ["teahouse"], "keys": []}
// returns: id, platform, external_id
MATCH (shop:Shop)-[:ON]->(platform:Platform)
WHERE shop.id IN $ids OR shop.key IN $keys
RETURN
  shop.id AS id,
  platform.id AS platform,
  substring(shop.key, size(platform.id) + 1) AS external_id
ORDER BY id
