// End every offer to sharers of a shop I manage. Copies that friends took stay valid.
//
// mode: write
// example: {"me": "max", "shop": "teahouse", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, ended
MATCH (me:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
SET shop.lock = $op
WITH me, shop
OPTIONAL MATCH (shop)-[:RUNS]->(program:Program)
WHERE coalesce($now < program.ends_at, true)
WITH me, program
ORDER BY program.id
SET program.lock = $op
SET
  program.starts_at = CASE WHEN program.starts_at < $now THEN program.starts_at ELSE $now END,
  program.ends_at = $now
WITH me, collect(program) AS ended
FOREACH (_ IN CASE WHEN size(ended) > 0 THEN [1] ELSE [] END |
  CREATE (me)-[:TOOK]->(action:Action {
    id: $op,
    kind: 'end_program',
    reason: 'ended',
    count: size(ended),
    at: $now
  })
  FOREACH (program IN ended | CREATE (action)-[:ON]->(program)))
RETURN
  CASE WHEN size(ended) = 0 THEN 'no_program' END AS refused,
  size(ended) AS ended
