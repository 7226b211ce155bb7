// Mark that this operation happens, and return the answer of an earlier run.
//
// mode: write
// example: {"id": "op-1"}
// returns: answer
MERGE (op:Op {id: $id})
  ON CREATE SET op.at = datetime()
RETURN CASE WHEN op.status IS NULL THEN null ELSE op {.status, .body, .body_hash} END AS answer
