// Answers true: the cheapest query.
//
// mode: read
// example: {}
// returns: alive
RETURN true AS alive
