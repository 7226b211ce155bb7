// Appoint a manager of a shop, and write it down with its reason. An operator has no `admin`: null.
//
// mode: write
// example: {"admin": "amy", "user": "bob", "shop": "lumen", "reason": "Runs the shop",
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (user:User:Active {id: $user}), (shop:Shop {id: $shop})
SET user.lock = $op
WITH user, shop, EXISTS { (user)-[:MANAGES]->(shop) } AS manages
MERGE (user)-[:MANAGES]->(shop)
SET user:Merchant
MERGE (action:Action {id: $op + ':' + shop.id})
  ON CREATE SET action += {kind: 'appoint_merchant', reason: $reason, count: 1, at: $now}
MERGE (action)-[:ON]->(user)
MERGE (action)-[:FOR]->(shop)
WITH user, manages, action
CALL (action) {
  MATCH (admin:User {id: $admin})
  MERGE (admin)-[:TOOK]->(action)
}
RETURN
  CASE WHEN manages THEN 'wrong_state' END AS refused,
  user.id AS id
