// Dismiss a manager of a shop, and write it down with its reason. Without a shop the person is no
// merchant any more.
//
// mode: write
// example: {"admin": "amy", "user": "max", "shop": "teahouse", "reason": "Left the shop",
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (admin:User {id: $admin})
MATCH (user:User {id: $user})
SET user.lock = $op
WITH admin, user
MATCH (user)-[manages:MANAGES]->(shop:Shop {id: $shop})
DELETE manages
CREATE (admin)-[:TOOK]->(action:Action {
  id: $op,
  kind: 'dismiss_merchant',
  reason: $reason,
  count: 1,
  at: $now
})
CREATE (action)-[:ON]->(user)
CREATE (action)-[:FOR]->(shop)
WITH user
FOREACH (_ IN CASE WHEN EXISTS { (user)-[:MANAGES]->(:Shop) } THEN [] ELSE [1] END |
  REMOVE user:Merchant)
RETURN user.id AS id
