// Accept an open friend request: I ask the asker back.
//
// mode: write
// example: {"me": "ada", "request": "fay-asks-ada", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: user
MATCH (rest:Rule {name: 'request_cool_down_days'})
MATCH (me:User:Active {id: $me})<-[request:ASKED {id: $request}]-(other:User:Active)
WHERE $now < request.expires_at
  AND (request.declined_at IS NULL
    OR (request.declined_at < request.at
      AND request.declined_at + duration({days: rest.value}) <= $now))
MERGE (me)-[back:ASKED]->(other)
SET back += {id: $op, at: $now, expires_at: request.expires_at}
RETURN other.id AS user
