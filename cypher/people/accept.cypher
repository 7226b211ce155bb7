// Answer an open friend request by asking back.
//
// mode: write
// example: {"me": "ada", "request": "fay-asks-ada", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: user
MATCH (rest:Rule {name: 'request_cool_down_days'})
MATCH (me:User:Active {id: $me})<-[asked:ASKED {id: $request}]-(other:User:Active)
WHERE $now < asked.expires_at
  AND (asked.declined_at IS NULL
    OR (asked.declined_at < asked.at
      AND asked.declined_at + duration({days: rest.value}) <= $now))
MERGE (me)-[back:ASKED]->(other)
SET back += {id: $op, at: $now, expires_at: asked.expires_at}
RETURN other.id AS user
