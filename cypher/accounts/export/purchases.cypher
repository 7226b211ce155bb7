// My purchases.
//
// mode: read
// example: {"me": "ada"}
// returns: id, order_key, shop, product, recorded_at, completed_at, cancelled_at, refunded_at,
//   paid_fen, refunded_fen, currency
MATCH (:User {id: $me})-[:MADE]->(purchase:Purchase)-[:AT]->(shop:Shop)
OPTIONAL MATCH (purchase)-[:OF]->(product:Product)
RETURN
  purchase.id AS id,
  purchase.key AS order_key,
  shop.name AS shop,
  product.name AS product,
  purchase.recorded_at AS recorded_at,
  purchase.completed_at AS completed_at,
  purchase.cancelled_at AS cancelled_at,
  purchase.refunded_at AS refunded_at,
  purchase.paid_fen AS paid_fen,
  purchase.refunded_fen AS refunded_fen,
  purchase.currency AS currency
ORDER BY recorded_at, id, product
