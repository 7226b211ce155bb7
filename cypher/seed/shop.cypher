// Shops, each on its platform.
//
// mode: write
// example: {"rows": [{"id": "zed-shop", "platform": "jd", "external_id": "s-900",
//   "name": "Zed's"}]}
// returns:
// columns: {"id": "key id", "platform": "-> platform", "external_id": "id", "name": "text(1,80)"}
UNWIND $rows AS row
MATCH (platform:Platform {id: row.platform})
MERGE (shop:Shop {id: row.id})
SET shop.key = row.platform + ':' + row.external_id, shop.name = row.name
MERGE (shop)-[:ON]->(platform)
