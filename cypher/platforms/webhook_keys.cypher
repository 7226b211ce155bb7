// The names of the keys that may sign a platform's events now: the newest, and for a while the
// previous one.
//
// mode: read
// example: {"platform": "taobao", "now": "2030-01-01T00:00:00Z"}
// returns: key_id
MATCH (platform:Platform {id: $platform})
UNWIND [
  coalesce(platform.webhook_key_id, 'v1'),
  CASE WHEN $now < platform.webhook_previous_until THEN platform.webhook_previous_key_id END
] AS key_id
WITH key_id
WHERE key_id IS NOT NULL
RETURN key_id
