// Record orders of a platform: one purchase each, kept with the account until it has an owner.
//
// `reason` is `other_order` when a row differs from the order of this number in its buyer or shop.
//
// mode: write
// example: {"rows": [{"platform": "jd", "key": "jd:o-900", "id": "o1", "account": "jd:0f1e2d",
//   "shop_key": "jd:s-100", "product_key": "jd:p-100", "currency": "CNY",
//   "at": "2030-01-01T00:00:00Z"}],
//   "evidence": "webhook", "now": "2030-01-01T00:00:00Z", "op": "op-1"}
// returns: refused, key, id, reason
MATCH (ahead:Rule {name: 'webhook_ahead_minutes'})
UNWIND $rows AS row
WITH row, ahead
ORDER BY row.account, row.key
MATCH (shop:Shop {key: row.shop_key}), (product:Product {key: row.product_key})
MATCH (platform:Platform {id: row.platform})
MERGE (account:PlatformAccount {key: row.account})
SET account.lock = $op
MERGE (account)-[:ON]->(platform)
MERGE (purchase:Purchase {key: row.key})
  ON CREATE SET
    purchase += row {.id, .currency},
    purchase.recorded_at = $now,
    purchase.evidence = $evidence
SET purchase.lock = $op
WITH row, ahead, account, purchase, shop, product
OPTIONAL MATCH (owner:User)-[:HAS]->(account)
FOREACH (_ IN CASE WHEN EXISTS { (purchase)-[:AT]->() } THEN [] ELSE [1] END |
  CREATE (account)-[:ORDERED]->(purchase)
  CREATE (purchase)-[:AT]->(shop)
  CREATE (purchase)-[:OF]->(product))
WITH *, owner IS NOT NULL
  AND EXISTS { (account)-[:ORDERED]->(purchase) }
  AND NOT EXISTS { (:User)-[:MADE]->(purchase) } AS unowned
FOREACH (_ IN CASE WHEN unowned THEN [1] ELSE [] END | CREATE (owner)-[:MADE]->(purchase))
WITH row, ahead, purchase,
  EXISTS { (purchase)-[:AT]->(shop) } AS same_shop,
  EXISTS { (account)-[:ORDERED]->(purchase) }
    OR EXISTS { (owner)-[:MADE]->(purchase) } AS same_buyer
RETURN
  CASE WHEN row.at > $now + duration({minutes: ahead.value}) THEN 'replayed' END AS refused,
  row.key AS key,
  purchase.id AS id,
  CASE WHEN NOT (same_shop AND same_buyer) THEN 'other_order' END AS reason
