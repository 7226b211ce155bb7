// The stored purchases among these, by id or order, as rows of purchase.csv.
//
// mode: read
// example: {"ids": ["cy-oolong-order"], "keys": []}
// returns: id, key, user, shop, product, recorded_at, completed_at, paid_fen, refunded_fen
MATCH (buyer:User)-[:MADE]->(purchase:Purchase)-[:OF]->(product:Product)
MATCH (purchase)-[:AT]->(shop:Shop)
WHERE purchase.id IN $ids OR purchase.key IN $keys
RETURN
  purchase.id AS id,
  purchase.key AS key,
  buyer.id AS user,
  shop.id AS shop,
  product.id AS product,
  purchase.recorded_at AS recorded_at,
  purchase.completed_at AS completed_at,
  purchase.paid_fen AS paid_fen,
  purchase.refunded_fen AS refunded_fen
ORDER BY id
