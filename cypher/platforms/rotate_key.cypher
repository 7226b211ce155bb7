// Give a platform a new signing key. The previous key stays valid for a while.
//
// mode: write
// example: {"platform": "taobao", "key_id": "v2", "now": "2030-01-01T00:00:00Z", "op": "op-1"}
// returns: platform, key_id, previous_key_id, previous_until
MATCH (platform:Platform {id: $platform}), (overlap:Rule {name: 'webhook_key_overlap_hours'})
SET platform.lock = $op
WITH platform, overlap, coalesce(platform.webhook_key_id, 'v1') AS current
SET platform += CASE current WHEN $key_id THEN {} ELSE {
  webhook_key_id: $key_id,
  webhook_previous_key_id: current,
  webhook_previous_until: $now + duration({hours: overlap.value})
} END
RETURN
  platform.id AS platform,
  platform.webhook_key_id AS key_id,
  platform.webhook_previous_key_id AS previous_key_id,
  platform.webhook_previous_until AS previous_until
