// Create a person with the first of these handles that is free.
//
// mode: write
// example: {"user": "new", "handles": ["new-2345", "new-6789"], "display_name": "New",
//   "locale": "en", "roles": ["Creator"], "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, handle
OPTIONAL MATCH (other:User)
WHERE other.handle IN $handles
WITH collect(other.handle) AS taken
MERGE (user:User {id: $user})
  ON CREATE SET
    user:$(['Active'] + $roles),
    user.handle = [handle IN $handles WHERE NOT handle IN taken][0],
    user.display_name = $display_name,
    user.locale = $locale,
    user.created_at = $now,
    user.bridge = 'counted',
    user.discoverable = true,
    user.level = 0,
    user.xp = 0,
    user.version = 1
RETURN
  CASE WHEN user.handle IS NULL THEN 'handle_taken' END AS refused,
  user.id AS id,
  user.handle AS handle
