// Save a share that I may see for later.
//
// It locks me, so that saves at the same time stay within the limit.
//
// mode: write
// example: {"me": "ada", "share": "bob-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (share:Share {id: $share})
MATCH (most:Rule {name: 'saved_shares'})
MERGE (me)-[saved:SAVED]->(share)
  ON CREATE SET saved.since = $now
RETURN
  CASE WHEN COUNT { (me)-[:SAVED]->() } > most.value THEN 'saved_limit' END AS refused,
  most.value AS limit
