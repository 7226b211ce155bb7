// Which of these products are stored, by id or platform's id, as rows of product.csv.
//
// mode: read
// example: {"ids": ["oolong"], "keys": []}
// returns: id, shop, external_id
MATCH (product:Product)-[:SOLD_BY]->(shop:Shop)-[:ON]->(platform:Platform)
WHERE product.id IN $ids OR product.key IN $keys
RETURN
  product.id AS id,
  shop.id AS shop,
  substring(product.key, size(platform.id) + 1) AS external_id
ORDER BY id
