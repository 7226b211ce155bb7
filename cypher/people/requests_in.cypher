// Who asks to be my friend, newest first.
//
// mode: read
// example: {"me": "ada", "now": "2030-01-01T00:00:00Z", "at": null, "id": null, "limit": 20}
// returns: id, direction, message, at, expires_at, user
MATCH (rest:Rule {name: 'request_cool_down_days'})
MATCH (me:User {id: $me})<-[asked:ASKED]-(other:User:Active)
WHERE $now < asked.expires_at
  AND (asked.declined_at IS NULL
    OR (asked.declined_at < asked.at
      AND asked.declined_at + duration({days: rest.value}) <= $now))
  AND ($id IS NULL OR asked.at < $at OR (asked.at = $at AND asked.id > $id))
WITH me, asked, other
ORDER BY asked.at DESC, asked.id
LIMIT $limit
WITH me, asked, other, COUNT {
  (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(other) WHERE NOT bridge:NoBridge
} AS mutual_count
RETURN
  asked.id AS id, 'in' AS direction, asked.message AS message, asked.at AS at,
  asked.expires_at AS expires_at,
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
