// Write the offers of shops to sharers. Only the products in `heroes` are heroes of the offer.
//
// mode: write
// example: {"rows": [{"id": "zed-program", "shop_key": "jd:s-100", "heroes": [],
//   "terms": {"kind": "fixed", "value": 500, "quota": 10}}]}
// returns:
UNWIND $rows AS row
WITH row
ORDER BY row.id
MATCH (shop:Shop {key: row.shop_key})
MERGE (program:Program {id: row.id})
  ON CREATE SET program.id = row.id
MERGE (shop)-[:RUNS]->(program)
SET program += row.terms
WITH row, program
CALL (row, program) {
  MATCH (program)-[hero:HERO]->(product:Product)
  WHERE NOT product.key IN row.heroes
  DELETE hero
}
MATCH (product:Product)
WHERE product.key IN row.heroes
MERGE (program)-[:HERO]->(product)
