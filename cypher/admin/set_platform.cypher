// Create or change a platform, and record the reason.
//
// From now on the seeds no longer change its names or its ways to open.
//
// mode: write
// example: {"admin": "amy", "id": "vip", "name_zh": "唯品会", "name_en": "Vipshop",
//   "open_with": ["link"], "reason": "Asked for by many", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, name_zh, name_en, open_with
MATCH (admin:User {id: $admin})
MERGE (platform:Platform {id: $id})
SET platform.lock = $op
SET platform += {
  name_zh: $name_zh,
  name_en: $name_en,
  open_with: $open_with,
  changed_at: $now
}
CREATE (admin)-[:TOOK]->(action:Action {
  id: $op,
  kind: 'set_platform',
  reason: $reason,
  count: 1,
  at: $now
})
CREATE (action)-[:ON]->(platform)
RETURN
  platform.id AS id,
  platform.name_zh AS name_zh,
  platform.name_en AS name_en,
  platform.open_with AS open_with
