// How I stand to a person: the `viewer` object of every user in an answer.
//
// A person who left, who blocks me or who never existed (`known` is null) looks like a stranger.
//
// mode: part
// takes: me, known
// gives: viewer
// example: {"now": "2030-01-01T00:00:00Z"}
CALL (me, known) {
  MATCH (rest:Rule {name: 'request_cool_down_days'})
  WITH me, known, $now - duration({days: rest.value}) AS rested,
    CASE WHEN known:Active AND NOT EXISTS { (me)-[:BLOCKS]-(known) } THEN known END AS other
  WITH *, EXISTS { (me)-[:FRIEND]-(other) } AS friend, COUNT {
    (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(other) WHERE NOT bridge:NoBridge } AS mutual_count
  WITH {
    friend: friend,
    requested: CASE
      WHEN EXISTS { (me)-[request:ASKED]->(other) WHERE $now < request.expires_at } THEN 'out'
      WHEN EXISTS {
        (me)<-[request:ASKED]-(other)
        WHERE $now < request.expires_at AND (request.declined_at IS NULL
          OR (request.declined_at < request.at AND request.declined_at <= rested)) } THEN 'in' END,
    follows: EXISTS { (me)-[:FOLLOWS]->(other) },
    muted: EXISTS {
      (me)-[mute:MUTES]->(known) WHERE mute.until IS NULL OR $now < mute.until },
    blocking: EXISTS { (me)-[:BLOCKS]->(known) },
    degree: CASE WHEN other = me THEN 0 WHEN friend THEN 1 WHEN mutual_count > 0 THEN 2 END,
    mutual_count: mutual_count
  } AS viewer
  RETURN viewer
}
