// Products, each sold by its shop.
//
// mode: write
// example: {"rows": [{"id": "wok", "shop": "teahouse", "category": "kitchen",
//   "external_id": "p-900", "name": "铸铁炒锅 Cast-iron wok", "price_fen": 19900, "currency": "CNY"}]}
// returns:
// columns: {"id": "key id", "shop": "-> shop", "category": "-> category", "external_id": "id",
//   "name": "text(1,120)", "price_fen": "fen", "currency": "one of CNY"}
UNWIND $rows AS row
MATCH (shop:Shop {id: row.shop})-[:ON]->(platform:Platform), (category:Category {id: row.category})
MERGE (product:Product {id: row.id})
SET product += row {.name, .price_fen, .currency}, product.key = platform.id + ':' + row.external_id
MERGE (product)-[:SOLD_BY]->(shop)
MERGE (product)-[:IN]->(category)
