// My relationship to each of these people, in the given order.
//
// A person who left, who blocks me or who never existed looks like a stranger.
//
// mode: read
// example: {"me": "ada", "users": ["bob", "cy", "nobody"], "now": "2030-01-01T00:00:00Z"}
// returns: id, viewer
MATCH (me:User {id: $me}), (rest:Rule {name: 'request_cool_down_days'})
UNWIND range(0, size($users) - 1) AS place
OPTIONAL MATCH (known:User {id: $users[place]})
WITH me, rest.value AS rest, place, known,
  CASE WHEN known:Active AND NOT EXISTS { (me)-[:BLOCKS]-(known) } THEN known END AS other
WITH me, rest, place, known, other,
  EXISTS { (me)-[:FRIEND]-(other) } AS friend,
  COUNT {
    (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(other) WHERE NOT bridge:NoBridge
  } AS mutual_count
RETURN
  $users[place] AS id,
  {
    friend: friend,
    requested: CASE
      WHEN EXISTS { (me)-[request:ASKED]->(other) WHERE $now < request.expires_at } THEN 'out'
      WHEN EXISTS {
        (me)<-[request:ASKED]-(other)
        WHERE $now < request.expires_at
          AND (request.declined_at IS NULL
            OR (request.declined_at < request.at
              AND request.declined_at + duration({days: rest}) <= $now))
      } THEN 'in'
    END,
    follows: EXISTS { (me)-[:FOLLOWS]->(other) },
    muted: EXISTS { (me)-[mutes:MUTES]->(known) WHERE mutes.until IS NULL OR $now < mutes.until },
    blocking: EXISTS { (me)-[:BLOCKS]->(known) },
    degree: CASE WHEN other = me THEN 0 WHEN friend THEN 1 WHEN mutual_count > 0 THEN 2 END,
    mutual_count: mutual_count
  } AS viewer
ORDER BY place
