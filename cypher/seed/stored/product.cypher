// The stored products among these, by id or platform's id, as rows of product.csv.
//
// mode: read
// example: {"ids": ["oolong"], "keys": []}
// returns: id, key, shop
MATCH (product:Product)-[:SOLD_BY]->(shop:Shop)
WHERE product.id IN $ids OR product.key IN $keys
RETURN product.id AS id, product.key AS key, shop.id AS shop
ORDER BY id
