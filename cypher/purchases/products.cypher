// Write products as their platforms know them. The newest name, price and category win.
//
// mode: write
// example: {"rows": [{"key": "jd:p-900", "id": "p1", "shop_key": "jd:s-100",
//   "external_id": "p-900", "name": "Cast-iron wok", "category": "kitchen", "price_fen": 19900,
//   "currency": "CNY", "at": "2030-01-01T00:00:00Z"}]}
// returns:
UNWIND $rows AS row
WITH row
ORDER BY row.key
MATCH (shop:Shop {key: row.shop_key})
MERGE (product:Product {key: row.key})
  ON CREATE SET product.id = row.id, product.name = row.external_id
MERGE (product)-[:SOLD_BY]->(shop)
WITH product, row
WHERE row.name IS NOT NULL AND coalesce(product.named_at < row.at, true)
SET product.name = row.name, product.named_at = row.at
SET product += CASE WHEN row.price_fen IS NULL THEN {} ELSE row {.price_fen, .currency} END
WITH product, row
MATCH (category:Category {id: row.category})
OPTIONAL MATCH (product)-[earlier:IN]->(:Category)
DELETE earlier
MERGE (product)-[:IN]->(category)
