// Every node but those of some labels, in no order: told while it is read, however many there are.
//
// mode: read
// example: {"left_out": ["Session"]}
// returns: element, labels, properties
MATCH (node)
WHERE none(label IN labels(node) WHERE label IN $left_out)
RETURN elementId(node) AS element, labels(node) AS labels, properties(node) AS properties
