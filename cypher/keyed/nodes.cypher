// Every node, except nodes of some labels, in no order.
//
// The client reads row by row, so the number of nodes does not matter.
//
// mode: read
// example: {"left_out": ["Session"]}
// returns: element, labels, properties
MATCH (node)
WHERE none(label IN labels(node) WHERE label IN $left_out)
RETURN elementId(node) AS element, labels(node) AS labels, properties(node) AS properties
