// Whom these people may ask to be friends, by handle, or why not.
//
// A block and a decline that cools down are told alike, and whoever does not wish to be found is unknown.
//
// mode: read
// example: {"rows": [{"owner": "ada", "friend": "dee"}], "now": "2030-01-01T00:00:00Z"}
// returns: owner, friend, user_id, asked_id, reason, waiting, limit, days
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
  other.id AS asked_id,
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
  COUNT { (me)-[asked:ASKED]->(:User:Active) WHERE $now < asked.expires_at } AS waiting,
  open.value AS limit,
  life.value AS days
ORDER BY owner, friend
