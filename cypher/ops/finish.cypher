// Store the answer of an operation, for a client that repeats it.
//
// mode: write
// example: {"id": "op-1", "route": "shares.publish", "status": 201, "body": "{}",
//   "body_hash": "00"}
// returns:
MATCH (op:Op {id: $id})
SET op += {route: $route, status: $status, body: $body, body_hash: $body_hash}
