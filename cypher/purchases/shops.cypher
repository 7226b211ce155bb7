// Write shops as their platforms know them. The newest name wins.
//
// mode: write
// example: {"rows": [{"platform": "jd", "key": "jd:s-900", "id": "s1", "external_id": "s-900",
//   "name": "Zed's", "at": "2030-01-01T00:00:00Z"}]}
// returns:
UNWIND $rows AS row
WITH row
ORDER BY row.key
MATCH (platform:Platform {id: row.platform})
MERGE (shop:Shop {key: row.key})
  ON CREATE SET shop.id = row.id, shop.name = row.external_id
MERGE (shop)-[:ON]->(platform)
WITH shop, row
WHERE row.name IS NOT NULL AND coalesce(shop.named_at < row.at, true)
SET shop.name = row.name, shop.named_at = row.at
