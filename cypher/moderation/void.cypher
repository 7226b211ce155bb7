// Void lines of the ledger as fraud, with a reason for their owner. It can be undone.
//
// The query locks owners by id, as the computation of levels does. Lines that are void already
// stay as they are.
//
// mode: write
// example: {"admin": "amy", "keys": ["buy:bob-kettle-order"], "reason": "Bought from oneself",
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, kind, count
MATCH (admin:User {id: $admin})
OPTIONAL MATCH (owner:User)-[:GAINED]->(event:XpEvent)
WHERE event.key IN $keys
WITH admin, owner, event
ORDER BY owner.id, event.key
SET owner.lock = $op
WITH admin, collect(owner) AS owners, collect(event) AS events
CALL (admin, events) {
  MERGE (action:Action {id: $op})
    ON CREATE SET action.kind = 'void_xp', action.reason = $reason, action.at = $now
  MERGE (admin)-[:TOOK]->(action)
  WITH action, events
  CALL (action, events) {
    UNWIND events AS event
    WITH action, event
    WHERE event.voided_at IS NULL
    SET
      event:Unsettled,
      event.voided_at = $now,
      event.void_reason = 'fraud',
      event.void_note = $reason
    CREATE (action)-[:ON]->(event)
  }
  RETURN DISTINCT action
}
RETURN
  CASE WHEN size(events) = 0 THEN 'not_found' WHEN admin IN owners THEN 'self' END AS refused,
  action.id AS id,
  action.kind AS kind,
  COUNT { (action)-[:ON]->() } AS count
