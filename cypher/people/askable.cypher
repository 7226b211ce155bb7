// For each pair of handles: may the owner ask the friend to be friends, and if not, why?
//
// A block and a decline that cools down give the same reason. A person who cannot be found by
// handle is unknown.
//
// mode: read
// example: {"rows": [{"owner": "ada", "friend": "dee"}], "now": "2030-01-01T00:00:00Z"}
// returns: owner, friend, user_id, friend_id, reason, waiting, limit, days
MATCH (cool:Rule {name: 'request_cool_down_days'})
MATCH (open:Rule {name: 'open_requests'}), (life:Rule {name: 'request_days'})
UNWIND $rows AS row
OPTIONAL MATCH (me:User:Active {handle: row.owner})
OPTIONAL MATCH (other:User:Active {handle: row.friend})
WHERE other.discoverable OR other = me OR EXISTS { (me)-[:FRIEND]-(other) }
OPTIONAL MATCH (me)-[mine:ASKED]->(other)
RETURN
  row.owner AS owner,
  row.friend AS friend,
  me.id AS user_id,
  other.id AS friend_id,
  CASE
    WHEN me IS NULL THEN 'no_owner'
    WHEN other IS NULL THEN 'unknown'
    WHEN me = other THEN 'self'
    WHEN EXISTS { (me)-[:FRIEND]-(other) } THEN 'friends'
    WHEN EXISTS { (me)-[:BLOCKS]-(other) } THEN 'closed'
    WHEN $now < mine.expires_at THEN 'asked'
    WHEN $now < mine.declined_at + duration({days: cool.value}) THEN 'closed'
    WHEN EXISTS { (other)-[theirs:ASKED]->(me) WHERE $now < theirs.expires_at } THEN 'asks'
  END AS reason,
  COUNT { (me)-[request:ASKED]->(:User:Active) WHERE $now < request.expires_at } AS waiting,
  open.value AS limit,
  life.value AS days
ORDER BY owner, friend
