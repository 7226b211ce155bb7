// Link an account to the user who typed a link code at the platform, with all its orders.
//
// `reason` says why nothing was linked. Otherwise `purchases` lists those that now have a buyer.
//
// mode: write
// example: {"platform": "jd", "code_hash": "c0de", "account": "jd:0f1e2d", "account_id": "a-1",
//   "occurred_at": "2030-01-01T00:00:00Z", "now": "2030-01-01T00:00:00Z", "op": "op-1"}
// returns: refused, reason, purchases
MATCH (platform:Platform {id: $platform}), (ahead:Rule {name: 'webhook_ahead_minutes'})
MERGE (account:PlatformAccount {key: $account})
SET account.lock = $op
MERGE (account)-[:ON]->(platform)
WITH platform, account, ahead
OPTIONAL MATCH (user:User:Active)-[:LINKS_WITH]->(code:LinkCode {code_hash: $code_hash})
  -[:ON]->(platform)
WHERE $occurred_at < code.expires_at AND code.used_at IS NULL
OPTIONAL MATCH (owner:User)-[:HAS]->(account)
WITH account, code, user,
  CASE
    WHEN user IS NULL THEN 'unknown_code'
    WHEN owner <> user THEN 'linked_elsewhere'
  END AS reason,
  $occurred_at > $now + duration({minutes: ahead.value}) AS too_early
CALL (account, code, user, reason) {
  WITH *
  WHERE reason IS NULL
  SET code.used_at = $occurred_at
  MERGE (user)-[:HAS]->(account)
    ON CREATE SET account.id = $account_id, account.linked_at = $occurred_at
  WITH account, user
  MATCH (account)-[:ORDERED]->(purchase:Purchase)
  WHERE NOT EXISTS { (:User)-[:MADE]->(purchase) }
  CREATE (user)-[:MADE]->(purchase)
  RETURN collect(purchase.id) AS purchases
}
RETURN
  CASE WHEN too_early THEN 'replayed' END AS refused,
  reason,
  purchases
