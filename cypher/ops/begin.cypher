// Mark that this operation happens, and find the answer an earlier run of it stored.
//
// mode: write
// example: {"id": "op-1"}
// returns: answer
MERGE (op:Op {id: $id})
  ON CREATE SET op.at = datetime()
RETURN CASE WHEN op.status IS NULL THEN null ELSE op {.status, .body, .body_hash} END AS answer
