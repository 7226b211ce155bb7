// Restore lines of the ledger that are void as fraud.
//
// The caller must then check whether something else voids these lines.
//
// mode: write
// example: {"admin": "amy", "keys": ["buy:bob-kettle-order"], "reason": "They are two people",
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
    ON CREATE SET action.kind = 'restore_xp', action.reason = $reason, action.at = $now
  MERGE (admin)-[:TOOK]->(action)
  WITH action, events
  CALL (action, events) {
    UNWIND events AS event
    WITH action, event
    WHERE event.void_reason = 'fraud'
    OPTIONAL MATCH (event)-[:BECAUSE_OF]->()-[:ABOUT*0..1]->(share:Share)
    SET
      event:Unsettled:Untold,
      event.voided_at = share.removed_at,
      event.void_note = null,
      event.void_reason = CASE WHEN share.removed_at IS NOT NULL THEN 'removed' END
    CREATE (action)-[:ON]->(event)
  }
  RETURN DISTINCT action
}
RETURN
  CASE WHEN size(events) = 0 THEN 'not_found' WHEN admin IN owners THEN 'self' END AS refused,
  action.id AS id,
  action.kind AS kind,
  COUNT { (action)-[:ON]->() } AS count
