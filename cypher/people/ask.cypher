// Ask a person to be friends. A request that is open already stays as it is.
//
// To the asker a declined request looks open until it expires. A request looks open too while the
// other side's decline cools down. So nobody can tell a decline from silence.
//
// mode: write
// example: {"me": "ada", "user": "dee", "request": "new", "message": "Hello",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id, user_id, message, at, expires_at
MATCH (open:Rule {name: 'open_requests'}), (life:Rule {name: 'request_days'})
MATCH (me:User:Active {id: $me}), (other:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(other) }
WITH
  me,
  other,
  open.value AS limit,
  COUNT { (me)-[request:ASKED]->(:User:Active) WHERE $now < request.expires_at } AS waiting,
  EXISTS { (me)-[request:ASKED]->(other) WHERE $now < request.expires_at } AS stands,
  EXISTS { (other)-[request:ASKED]->(me) WHERE $now < request.expires_at } AS answers,
  {
    id: $request,
    at: $now,
    message: $message,
    expires_at: $now + duration({days: life.value})
  } AS fresh
MERGE (me)-[request:ASKED]->(other)
SET request += CASE WHEN stands THEN {} ELSE fresh END
RETURN
  CASE
    WHEN me = other THEN 'self'
    WHEN EXISTS { (me)-[:FRIEND]-(other) } THEN 'already_friends'
    WHEN waiting >= limit AND NOT stands AND NOT answers THEN 'request_limit'
  END AS refused,
  limit,
  request.id AS id,
  other.id AS user_id,
  request.message AS message,
  request.at AS at,
  request.expires_at AS expires_at
