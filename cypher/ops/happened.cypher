// Whether this operation reached the store.
//
// mode: read
// example: {"id": "op-1"}
// returns: happened
RETURN EXISTS { (:Op {id: $id}) } AS happened
