// I look for it no longer: nobody is asked from now on, and its answers stay.
//
// mode: write
// example: {"me": "dee", "wish": "dee-wants-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})-[:WISHED]->(wish:Wish {id: $wish})
SET wish.lock = $op
WITH wish
SET wish.closed_at = coalesce(wish.closed_at, $now)
RETURN wish.id AS id
