// Lines of the ledger, each with the purchase, share, claim or thread that it comes from.
//
// mode: write
// example: {"rows": [{"key": "pub:zed-coupon", "user": "ada", "kind": "publish", "raw": 10,
//   "occurred_at": "2029-12-20T00:00:00Z", "matures_at": "2029-12-27T00:00:00Z",
//   "share": "ada-kettle"}]}
// returns:
// columns: {"key": "key id", "user": "-> user",
//   "kind": "one of publish|friend_purchase|helpful|answer", "raw": "int(1,1000)",
//   "occurred_at": "instant", "matures_at": "instant?", "voided_at": "instant?",
//   "void_reason": "one of refunded|cancelled|removed|fraud|retracted?",
//   "purchase": "-> purchase?", "share": "-> share?", "claim": "-> claim?", "thread": "-> thread?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user})
MERGE (event:XpEvent {key: row.key})
SET event:Unsettled, event += row {.kind, .raw, .occurred_at, .matures_at, .voided_at, .void_reason}
MERGE (user)-[:GAINED]->(event)
WITH event, row
CALL (event, row) {
  MATCH (purchase:Purchase {id: row.purchase})
  MERGE (event)-[:BECAUSE_OF]->(purchase)
}
CALL (event, row) {
  MATCH (share:Share {id: row.share})
  MERGE (event)-[:BECAUSE_OF]->(share)
}
CALL (event, row) {
  MATCH (claim:Claim {id: row.claim})
  MERGE (event)-[:BECAUSE_OF]->(claim)
}
CALL (event, row) {
  MATCH (thread:Thread {id: row.thread})
  MERGE (event)-[:BECAUSE_OF]->(thread)
}
