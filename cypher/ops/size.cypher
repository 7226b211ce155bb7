// The number of nodes and edges, without the journals of writes and of the schema.
//
// mode: read
// example: {}
// returns: nodes, edges
RETURN
  COUNT { (node) } - COUNT { (op:Op) } - COUNT { (migration:Migration) } AS nodes,
  COUNT { ()-[edge]->() } AS edges
