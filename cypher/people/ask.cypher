// Ask somebody to be friends. Asked again while a request is open, that request stands.
//
// To the asker a declined request looks open until it expires, and so does one sent while the other
// side's decline still cools down: nobody can tell a decline from silence.
//
// mode: write
// example: {"me": "ada", "user": "dee", "request": "new", "message": "Hello",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id, user_id, message, at, expires_at
MATCH (open:Rule {name: 'open_requests'}), (life:Rule {name: 'request_days'})
MATCH (me:User:Active {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
WITH
  me, other, open.value AS limit,
  COUNT { (me)-[asked:ASKED]->(:User:Active) WHERE $now < asked.expires_at } AS waiting,
  EXISTS { (me)-[asked:ASKED]->(other) WHERE $now < asked.expires_at } AS stands,
  EXISTS { (other)-[asked:ASKED]->(me) WHERE $now < asked.expires_at } AS answers,
  {id: $request, at: $now, message: $message, expires_at: $now + duration({days: life.value})}
    AS fresh
MERGE (me)-[asked:ASKED]->(other)
SET asked += CASE WHEN stands THEN {} ELSE fresh END
RETURN
  CASE
    WHEN me = other THEN 'self'
    WHEN EXISTS { (me)-[:FRIEND]-(other) } THEN 'already_friends'
    WHEN waiting >= limit AND NOT stands AND NOT answers THEN 'request_limit'
  END AS refused,
  limit,
  asked.id AS id,
  other.id AS user_id,
  asked.message AS message,
  asked.at AS at,
  asked.expires_at AS expires_at
