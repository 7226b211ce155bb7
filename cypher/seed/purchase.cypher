// Real orders, as their platforms reported them.
//
// mode: write
// example: {"rows": [{"id": "zed-order", "user": "ada", "shop": "teahouse", "product": "oolong",
//   "order_id": "o-900", "recorded_at": "2029-12-01T00:00:00Z", "paid_fen": 8900,
//   "currency": "CNY", "evidence": "webhook"}]}
// returns:
// columns: {"id": "key id", "user": "-> user", "shop": "-> shop", "product": "-> product",
//   "order_id": "id", "recorded_at": "instant", "verified_at": "instant?",
//   "completed_at": "instant?", "cancelled_at": "instant?", "refunded_at": "instant?",
//   "paid_fen": "fen", "refunded_fen": "fen?", "currency": "one of CNY",
//   "evidence": "one of webhook|import"}
UNWIND $rows AS row
MATCH (buyer:User {id: row.user}), (product:Product {id: row.product})
MATCH (shop:Shop {id: row.shop})-[:ON]->(platform:Platform)
MERGE (purchase:Purchase {id: row.id})
SET purchase += row {
  .recorded_at, .verified_at, .completed_at, .cancelled_at, .refunded_at, .paid_fen, .refunded_fen,
  .currency, .evidence
}
SET purchase.key = platform.id + ':' + row.order_id
MERGE (buyer)-[:MADE]->(purchase)
MERGE (purchase)-[:AT]->(shop)
MERGE (purchase)-[:OF]->(product)
