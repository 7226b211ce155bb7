// The friend requests I got, newest first.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "at": null, "id": null, "limit": 20}
// returns: id, direction, message, at, expires_at, user
MATCH (rest:Rule {name: 'request_cool_down_days'})
MATCH (me:User {id: $me})<-[request:ASKED]-(other:User:Active)
WHERE $now < request.expires_at
  AND (request.declined_at IS NULL
    OR (request.declined_at < request.at
      AND request.declined_at + duration({days: rest.value}) <= $now))
  AND ($id IS NULL OR request.at < $at OR (request.at = $at AND request.id > $id))
WITH me, request, other
ORDER BY request.at DESC, request.id
LIMIT $limit
WITH me, request, other, COUNT {
  (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(other) WHERE NOT bridge:NoBridge
} AS mutual_count
RETURN
  request.id AS id,
  'in' AS direction,
  request.message AS message,
  request.at AS at,
  request.expires_at AS expires_at,
  other {.id, .display_name, creator: other:Creator, viewer: {
    friend: false,
    requested: 'in',
    follows: EXISTS { (me)-[:FOLLOWS]->(other) },
    muted: EXISTS { (me)-[mutes:MUTES]->(other) WHERE mutes.until IS NULL OR $now < mutes.until },
    blocking: false,
    degree: CASE WHEN mutual_count > 0 THEN 2 END,
    mutual_count: mutual_count
  }} AS user
ORDER BY at DESC, id
