// Did this operation reach the store?
//
// mode: read
// example: {"id": "op-1"}
// returns: happened
RETURN EXISTS { (:Op {id: $id}) } AS happened
